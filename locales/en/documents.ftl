# What leaves the room: the communiqué, packs, the presentation, replies.
documents-event = Of which event?
documents-no-day = The status of previous recommendations is left out, because a day is missing. Give its day to: { $events }.
documents-what = What?
documents-communique = Communiqué
documents-pack = Pack for one addressee
documents-table = Tracking table
documents-addressee = For whom?
documents-choose = Please choose
documents-choose-first = Choose for whom the pack is.
documents-section-parliamentarians = All parliamentarians
documents-section-policy-makers = All policy makers
documents-section-law-enforcement = All law enforcement
documents-section-prosecution-judiciary = Prosecution and judiciary
documents-section-others = All others
documents-language = In which language?
documents-both = Both, side by side
documents-format = As what?
documents-format-docx = Word
documents-format-html = Web page
documents-format-md = Markdown
documents-format-csv = Spreadsheet
documents-format-json = Data (JSON)
documents-held = { $count ->
    [one] In one place a person could be found. Change it, or say knowingly that it may be published.
   *[other] In { $count } places a person could be found. Change them, or say knowingly that they may be published.
 }
documents-held-confirm = These may be published
documents-save = Save the document
documents-print = Print
documents-present = Present in plenary
documents-replies = Type in replies of addressees
documents-preview = The document as it will be
documents-twins = { $count ->
    [one] One text has to be written or checked in the other language before both can stand side by side:
   *[other] { $count } texts have to be written or checked in the other language before both can stand side by side:
 }
documents-twin = { $number }, { $lang }
documents-introduction = What was heard
documents-preamble = Preamble
documents-followup = Follow-up
documents-texts = Words of the document
documents-title-hint = Title, place, days and organisers are those of the page:
documents-introduction-en = What was heard, in a few English sentences
documents-introduction-ur = What was heard, in a few Urdu sentences
documents-preamble-en = Preamble in English
documents-preamble-ur = Preamble in Urdu
documents-followup-en = Follow-up in English
documents-followup-ur = Follow-up in Urdu
documents-clauses-hint = One clause a line.
documents-own = Write others
documents-usual = Use the usual clauses
documents-usual-again = The usual clauses stand again.
documents-people = Who took part
documents-people-hint = Numbers only. In documents a category under five is folded into “other”.
documents-people-wrong = Type a number of people, or leave it empty.
documents-small = Show numbers under five too
documents-file-communique = communique
documents-file-table = tracking-table
present-nothing = There is no recommendation yet.
present-count = { $count ->
    [0] None
   *[other] { $count }
 } of { $all ->
    [one] { $all } recommendation
   *[other] { $all } recommendations
 } { $count ->
    [0] is
    [one] is
   *[other] are
 } ready to be shown
present-hint = Only what is marked here is shown. Keys: arrows or the space bar turn pages, B makes the screen blank, L changes the language, + and − the size, J jumps to a number, E amends, Esc ends.
present-language = Begin in which language?
present-begin = Begin
present-mark-agreed = { $count ->
    [one] Mark the 1 that is agreed
   *[other] Mark the { $count } that are agreed
 }
present-mark-all = { $count ->
    [one] Mark the 1 that is not marked
   *[other] Mark all { $count } that are not marked
 }
present-marked = { $count ->
    [one] Ready to be shown.
   *[other] { $count } are ready to be shown.
 }
present-unmarked = { $count ->
    [one] Not shown any more.
   *[other] { $count } are not shown any more.
 }
present-which = What is shown
present-changed = The text was changed after it was marked: please look again.
present-from = Begin with { $number }
present-place = { $number }, { $place } of { $count }
present-controls = Controls of the presentation
present-previous = Previous
present-next = Next
present-jump = Go to
present-number = Number
present-no-number = No recommendation with this number is shown.
present-blank = Blank
present-unblank = Show again
present-is-blank = The screen is blank.
present-smaller = Smaller type
present-larger = Larger type
present-amend = Amend
present-end = End
present-other-language = This text is not written in the chosen language.
present-amend-label = The text as plenary wants it
present-amend-hint = Ctrl+Enter keeps it, Esc leaves it as it was.
present-amend-done = Keep it
present-amend-leave = Leave it as it was
documents-back = Back to the communiqué
present-amended = Amended in plenary.
present-undo = Take it back
present-amended-said = Amended in plenary. What changed is shown.
present-not-amended = Nothing was changed.
present-undone = The text is as it was.
replies-hint = Type in what came back on the reply slips. It stands in the tracking table, and the communiqué of the next event begins with it when both events are in one workbook.
replies-nobody = Nobody is asked yet.
replies-who = Whose reply?
replies-response = Response
replies-reason = Reason
replies-date = Day of the reply
replies-status = How far it is
replies-none = Take it back
