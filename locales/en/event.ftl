# The event page, and capturing what is said.
event-none = No event is in this workbook yet. Take files in, or bring in a list.
event-several = { $count } events are in this workbook. Each is shown below.
event-untitled = An event without a title
event-sample = Everything here is an invented sample.
event-title-en = Title in English
event-title-ur = Title in Urdu
event-code = Short code
event-place = Place
event-form = What kind of event is it?
event-dates = Days
event-dates-new = Another day
event-organisers = Who holds it?
event-organisers-new = Another organiser
event-partners = Partners and funders
event-partners-new = Another partner
event-add = Add
event-remove = Remove
event-code-twice = Two groups have the code { $code }: their recommendations would have the same numbers. Give one of them another code.
event-term-empty = Write the term in one of the languages.
event-added = Added: { $entry }
event-removed = Removed: { $entry }
event-choose-day = Choose a day first.
event-type-name = Type a name first.
event-undecided = Two versions: please choose
date-long = { $day } { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
event-groups = Groups
event-no-groups = There is no group yet.
event-add-group = Add a group
event-group-code = Code
event-group-rename = Rename
event-group-added = { $group } was added. Give it a title.
event-group-drafts = { $count ->
    [0] Open its empty list
    [one] Open its recommendation
   *[other] Open its { $count } recommendations
 }
event-up = Move up
event-down = Move down
event-group-moved = { $group } is now in place { $place } of { $all }.
event-group-first = { $group } is the first already.
event-group-last = { $group } is the last already.
event-group-withdraw = Take out of use
event-group-withdrawn = { $group } is no longer in use. Its recommendations stay; it can be put to use again below.
event-groups-unused = No longer in use
event-group-restore = Use again
event-terms = Terms of this event
event-terms-hint = What this event calls by a name of its own: a body, a theme, a law that is missing from the lists.
event-term-within = within { $term }
event-term-new = Add a term
event-term-list = In which list?
event-term-broader = Part of
event-term-no-broader = Nothing wider
event-term-en = In English
event-term-ur = In Urdu
event-term-add = Add the term
event-term-known = The list has this term already: { $term }.
capture-no-group = There is no group yet. Add one on the Event page.
capture-group = Whose list?
capture-for = For the list of { $group }
capture-speaker = Who is speaking?
capture-speaker-hint = A category, never a name. Alt and the key. Stays for the next line.
capture-asked = Who is asked?
capture-asked-hint = Alt and the number. Begins anew.
capture-line = What is said
capture-hint = Enter keeps the line and begins the next. Shift and Enter begin a new line within it. All else can be filled in later, under Draft.
capture-next = Keep, next line
capture-lang = Language of the line
capture-empty = The line is empty.
capture-taken = { $number } is kept.
capture-take-back = Take the last line back
capture-taken-back = Taken back.
capture-chosen = { $choice }: chosen
capture-not-chosen = { $choice }: no longer chosen
capture-asks = to: { $asked }
capture-list = { $count ->
    [0] Captured
    [one] Captured: 1 line
   *[other] Captured: { $count } lines
 }
capture-none = Nothing is captured yet. Type what the first speaker asks for, and press Enter.
