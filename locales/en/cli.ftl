# Urdu: awaiting native review
# The command line.

## Help

help-about = Merge, check and show workbooks of recommendations
help-lang = Language of the sentences: en or ur
help-import = Take a plain list (JSON, CSV or one recommendation a line) into a workbook
help-import-list = The list: UTF-8
help-import-into = The workbook to take it into
help-import-event = The event's short code: a new workbook, or one of several events of the workbook
help-import-group = The group of rows that name none: its code or title
help-import-output = The file to write
help-merge = Join workbooks; the order of the files does not matter
help-merge-files = The files to join; folders stand for the .json files in them, and * and ? in names for any letters and for one
help-merge-output = The file to write
help-merge-receipt = Also write, as JSON, where each group's recommendations are in the result (see docs/cli.md)
help-merge-take-hand-edits = Also take what was changed by hand in the readable part of the files
help-show = Tell what a workbook holds
help-show-file = The file
help-show-json = As JSON, see docs/cli.md
help-check = Check files; ends with 0 where all are clean, 1 where something was found, 2 where a file cannot be read
help-check-files = The files
help-check-json = As JSON, see docs/cli.md
help-results = Tell what the closed rounds of a workbook say
help-results-file = The file
help-results-json = As JSON, see docs/cli.md
help-report = Make a document: communiqué, pack for an addressee, table
help-report-file = The workbook
help-report-format = md, html, docx, csv or json; left out, the ending of the output decides
help-report-lang = Language of the document: en, ur or both
help-report-pack = Only what concerns this addressee: parliamentarians, policy-makers, law-enforcement, prosecution-judiciary, others, or the name of a body
help-report-event = The event's short code, where the workbook has several
help-report-table = Only the tracking table
help-report-small-counts = Also show numbers of participants under five by category
help-report-publish-identifying = Write the document although something in its texts could lead to a person
help-report-output = The file to write
help-similar = Tell which recommendations look alike, and why; nothing is merged
help-similar-file = The file
help-similar-top = At most so many pairs, the most alike first
help-similar-json = As JSON, see docs/cli.md
help-advise = Tell what would help each recommendation to be acted on, and what in it could lead to a person
help-advise-file = The file
help-advise-json = As JSON, see docs/cli.md
help-serve = Serve the workbook to the browser of this machine, without a network
help-serve-port = The port; another port is another place for the browser to keep workbooks
help-serve-no-open = Do not open a browser
help-schema = Print the JSON Schema of the file format
help-schema-fields = Print the table of fields and what happens when two values meet, as Markdown

## What happened

cli-serving = Rapporteur is at { $url } (Ctrl+C ends it). Only this machine can reach it.
cli-serve-without = This build does not hold the site. Build one that does: cargo xtask dist
cli-serve-port = Port { $port } cannot be used: { $error }. Choose another with --port; workbooks kept under one port are not seen under another.
cli-written = { $file }: written.
cli-report-held = { $file }: { $count ->
        [one] one place in its texts could lead to a person, so nothing was written. Change it, or write the document knowingly with --publish-identifying.
       *[other] { $count } places in its texts could lead to a person, so nothing was written. Change them, or write the document knowingly with --publish-identifying.
    }
cli-report-place = { $item }, { $field }: { $text }
cli-report-identifying = { $file }: { $count ->
        [one] one place in its texts could lead to a person. It stands in the document: see it with rapporteur advise, and change it before the document leaves the room.
       *[other] { $count } places in its texts could lead to a person. They may stand in the document: see them with rapporteur advise, and change them before the document leaves the room.
    }
cli-unchanged = { $file }: nothing changed.
cli-finding = { $file }: { $text }
cli-taken = Recommendations taken from { $file }: new { $new }, here already { $known }, groups { $groups }.
cli-row-repeated = Row { $row } was left out: an earlier row of its group has the same text.
cli-merged = Files joined: { $files }. Recommendations: { $recommendations }. Fields waiting for a decision: { $conflicts }.
cli-same-file = The same file as { $first }; it was joined once more, which changes nothing.
cli-several-events = The result holds several events, and every recommendation keeps its own: { $events }.
cli-receipt = { $file }: { $group }: { $text }
cli-hand-edits-taken = Values changed by hand, taken as you asked: { $values }.
cli-hand-edits-left = To take the values changed by hand, add --take-hand-edits.
cli-damaged = { $count ->
    [one] One file was not whole. Its good parts were joined.
   *[other] { $count } files were not whole. Their good parts were joined.
 }
cli-checked-clean = { $file }: clean.
cli-results-plenary = Rounds of the plenary
cli-show-title = { $title }
cli-show-recommendations = Recommendations: { $count }
cli-show-live = Live: { $count }
cli-show-withdrawn = Withdrawn: { $count }
cli-show-conflicts = Fields waiting for a decision: { $count }
cli-show-edits = Edits: { $count }
cli-show-group = { $code } { $title }: { $live } live, { $withdrawn } withdrawn, { $conflicts } to decide
cli-show-no-group = Without a group: { $live } live, { $withdrawn } withdrawn, { $conflicts } to decide
cli-show-untitled = Workbook without a title
cli-similar-pair = { $place }. { $percent } of 100: { $reasons }
cli-similar-item = -  { $number } { $text }
cli-similar-cluster = All of these look alike: { $numbers }
cli-advise-item = { $number } { $text }
cli-advise-one = -  { $text }
cli-advise-warning = -  Warning: { $text }
cli-advise-none = Nothing comes to mind.
cli-similar-none = No two recommendations look alike.

## What stopped it

cli-error = error: { $text }
cli-cannot-read = The file cannot be read ({ $reason }). Check the name and the place.
cli-cannot-write = { $file }: cannot be written ({ $reason }). Choose another place with -o. What stood there is untouched.
cli-nothing-written = Nothing was written.
cli-bad-code = “{ $code }” is no event code: it needs a letter or a digit. Give one such as LHR.
cli-no-event = { $file }: the workbook has no event. Name one with --event CODE.
cli-which-event = { $file }: the workbook has several events ({ $codes }). Choose one with --event CODE.
cli-unknown-event = { $file }: no event of the workbook has the code “{ $code }”. It has: { $codes }.
cli-which-group = The name “{ $group }” stands for several groups ({ $codes }). Give the code of one.
cli-nothing-to-take = { $file }: nothing in it can be taken in.
cli-no-files = No .json file is there. Check the name and the place.
cli-too-large-for-app = The result has { $size } MiB; the app opens at most { $limit } MiB. The command line reads it.
cli-changed-meanwhile = The file was changed while it was being merged. Merge once more; the receipts were not written.
cli-receipt-would-replace = { $file }: something other than receipts stands there, or is to stand there. Choose another name with --receipt. Nothing was written.
cli-receipt-not-written = { $file }: the receipts cannot be written ({ $reason }). Choose another place with --receipt and merge once more.
cli-too-large-to-write = The result would have { $size } MiB; a file may have { $limit } MiB. Merge fewer files at a time.
cli-over-limits = The result would not be read back whole: { $text } Merge fewer files at a time.
cli-would-lose = { $file }: stands there and holds edits that the result would not hold. Merge it too, or choose another name with -o.
cli-would-lose-import = { $file }: stands there and holds edits that the result would not hold. To add the list to it, use --into with it.
cli-no-random = The system gives no random number ({ $reason }). Try again.
cli-would-lose-damaged = { $file }: stands there, and part of it cannot be read or was changed by hand; writing over it would lose that. Choose another name with -o.
cli-would-replace = { $file }: stands there and is no workbook. Choose another name with -o.
cli-is-folder = { $file }: is a folder. Name a file with -o.
cli-is-workbook = { $file }: stands there and is a workbook; a document would replace it. Choose another name with -o.
cli-which-format = { $file }: its ending names no format. Choose one with --format: { $formats }.
