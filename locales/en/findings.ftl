# Urdu: awaiting native review
# What is said of files, lists and added terms. Each says what happened and what to do.

## Files of which nothing can be taken

refusal-empty = The file is empty. Ask for it again: the copy probably failed.
refusal-too-large = The file has { $size } MiB; at most { $limit } MiB can be read. Export the groups one by one.
refusal-not-utf8 = { $encoding ->
    [UTF-16] The file is written as UTF-16. Save it again as UTF-8, or ask for the file as it was exported.
    [UTF-32] The file is written as UTF-32. Save it again as UTF-8, or ask for the file as it was exported.
   *[other] The file is not UTF-8 text. Ask for the file as it was exported.
 }
refusal-not-json = The file cannot be read from byte { $at } on, and nothing before it is whole. Ask for it again: it may have been cut off or changed.
refusal-not-ours = This is not a file of this program. Choose the file that was exported here; a plain list is brought in as a list.
refusal-foreign = { $format ->
    [docx] This is a Word document.
    [xlsx] This is an Excel table.
    [pptx] These are PowerPoint slides.
    [opendocument] This is a LibreOffice document.
    [old-office] This is a document of an older Word, Excel or PowerPoint.
    [rtf] This is a rich text document.
    [packed] This is a packed file (ZIP or the like): unpack it first.
    [pdf] This is a PDF.
    [picture] This is a picture.
    [media] This is a recording.
    [html] This is a web page.
    [xml] This is an XML file.
    [program] This is a program.
    [database] This is a database.
    [encrypted] This file is encrypted: decrypt it first.
    [json-list] This is a plain JSON list; it can be brought in as a list.
   *[table] This is a plain table; it can be brought in as a list.
 } It is not a file that was exported here.
refusal-no-version = The head of the file does not say in which format it is: “{ $key }” is missing or no number. Ask for the file as it was exported.
refusal-no-records = The file has no list of records. Ask for the file as it was exported.
refusal-newer = A newer version of this program ({ $app }) wrote this file in format { $version }. Install that version to read it.
refusal-too-deep = The file is nested too deeply to be a file of this program. Ask for the file as it was exported.
refusal-too-many-records = The file has more records than can be read. Export the groups one by one.

## Files with something to know

finding-cut-off = The file is cut off. Whole records before the cut, which were read: { $records }. Ask for the file again to get the rest.
finding-trailing = Something follows the end of the file, from byte { $at } on. It was left out; the file itself is whole.
finding-unknown-header-key = The head of the file has an entry this version does not know ({ $key }). It was left out; a newer version may know it.
finding-repeated-header-key = The head of the file has the entry “{ $key }” twice. The first was used; ask for the file as it was exported.
finding-bad-header = The entry “{ $key }” in the head of the file is not of its form. It was left out; the rest was read.
finding-unknown-record-key = Record { $record } has an entry this version does not know ({ $key }). It was left out; a newer version may know it.
finding-bad-record = Record { $record } cannot be read and was set aside ({ finding-fault }). The others were read; ask for the file again to get it.
finding-bad-edit = Change { $edit } of { $item } cannot be used and was set aside ({ finding-fault }). The others were read; ask for the file again to get it.
finding-fault = { $fault ->
    [bytes] some of it is no UTF-8 text
    [raw-control] a line end or control character stands within a text
    [escape] a backslash stands before what cannot follow it
    [half-letter] a text has half a letter
    [not-an-object] it is no JSON object
    [type] “{ $key }” has another type than it must
    [name] “{ $key }” is not written as such names are
    [number] “{ $key }” has a number that is too large or too small
    [fraction] “{ $key }” has a fraction
    [missing] “{ $key }” is missing
    [repeated] “{ $key }” has something twice, or stands twice
    [unsorted] the entries of “{ $key }” are not in order
    [empty] “{ $key }” is empty
    [both] it has both “value” and “values”
    [seq] its number is 0 or too large
    [act] its act begins after it
    [sees-itself] it says it has seen itself
    [other-item] it names another item than its record
   *[syntax] it is no JSON
 }
finding-over-limit = The field “{ $field }” of { $item } has { $limit ->
    [text] a text that is longer
    [entries] a list or map with more entries
    [depth] more lists or maps within one another
    [seen] a change that has seen more
    [values] a change with more values
    [keys] a change with more or longer keys
    [history] more changes
   *[edits] one change more in the whole file
 } than is allowed; that change was set aside. Shorten it where it was written, and export again.
finding-odd-value = The field “{ $field }” of { $item } does not hold { $shape ->
    [text] a text
    [wording] a text with its language
    [number] a whole number
    [flag] a yes
    [term] a term
    [terms] a sorted list of terms
    [texts] a sorted list of texts
    [date] a date of the calendar
    [dates] a sorted list of dates
    [item] the name of an item
   *[judgement] a judgement
 }. The value is kept; look at it and write it anew.
finding-unknown-term = The field “{ $field }” of { $item } has the term “{ $term }”, which neither the vocabulary nor the file knows. It is kept; choose a known term, or add it to the event.
finding-repeated-record = The file has two records of { $item }. Both were read and put together; look at it.
finding-counts = The file does not hold as many records or changes as it says. What is there was read; ask for the file again to be sure.
finding-edits-changed = The changes in this file are not as this program wrote them: the file was damaged or changed. What is there was read; compare it with the group's own.
finding-hand-edited = The readable part was changed by hand. Values changed: { $values }. They are not taken unless you say so.
finding-hand-unusable = A value changed by hand cannot be used: “{ $field }” of { $item }. Make the change in the program instead.
finding-plain-changed = The readable part of the file is not as it was written, but its fields say what the record of changes says: labels or order were changed. That was left out.
finding-unknown-kind = The file is of a kind this version does not know ({ $kind }). It was read as a workbook.
finding-odd-characters = The field “{ $field }” of { $item } holds characters that are not seen or that turn text round ({ $letter }). They are kept; look at the text before you print it.
finding-clash = Two different changes have one name ({ $name }): a file was copied and both copies were changed, or one was forged. Both are kept; what is to be decided stands on the page “To decide”.
finding-rescued = This is a rescue copy, made by the page when the program did not work. Texts in it that were still being typed: { $pieces }. Take it in, then make a file.
finding-more = There is more of what is told above, left out here. How often: { $count }.

## How a file stands to what is here

verdict-empty = There is nothing in this file.
verdict-new = New: none of its recommendations are here yet.
verdict-newer = Newer: it has all that is here of its groups, and more.
verdict-same = The same: all of it is here already.
verdict-older = Older: all of it is here already, and more.
verdict-both = Each has something the other lacks. Taking it in puts both together.
verdict-other-event = Of another event. Open it beside this workbook, unless the two belong together.

## Plain lists

list-finding-place = { $row ->
    [event] The event
   *[other] Row { $row }
 }
list-finding-too-large = The list has { $size } MiB; at most { $limit } MiB can be read. Divide it. Nothing was taken.
list-finding-not-utf8 = { $encoding ->
    [UTF-16] The list is written as UTF-16. Save it again as UTF-8 (in Excel: “CSV UTF-8”). Nothing was taken.
   *[other] The list is not UTF-8 text from byte { $at } on. Save it again as UTF-8 (in Excel: “CSV UTF-8”). Nothing was taken.
 }
list-finding-bad-json = The list is not JSON at line { $line }, place { $place }. Correct it there. Nothing was taken.
list-finding-cut-off = The list ends too early, at line { $line }. Ask for it again. Nothing was taken.
list-finding-not-a-list = The list is JSON, but neither a list of recommendations nor an object with a list named “recommendations”. Nothing was taken.
list-finding-no-text-column = No column is known to hold the recommendations. Columns found: { $columns }. Name one of them “Recommendation”. Nothing was taken.
list-finding-empty = There is no recommendation in the list.
list-finding-unused-parts = Left out, since it says nothing of recommendations, groups or the event: { $names }.
list-finding-unknown-column = The column “{ $column }” is not known. Its values were left out: { $values }. Rename it if they are wanted.
list-finding-extra-cells = { list-finding-place }: more cells than columns. Left out: { $values }. Check the commas and quotation marks.
list-finding-unclosed-quote = { list-finding-place }: a quotation mark is never closed, so this row reaches to the end of the list. Close it and take the list in again.
list-finding-not-an-item = { list-finding-place }: not a recommendation. Left out: { $value }.
list-finding-no-text = { list-finding-place }: there is no text of a recommendation. The row was left out.
list-finding-too-long = { list-finding-place }, “{ $column }”: { $length } characters; at most { $limit } can be taken. Shorten it and take the list in again.
list-finding-too-many-items = The list has { $count } recommendations; { $limit } can be taken at once. Divide it and take in the rest.
list-finding-unknown-term = { list-finding-place }, “{ $column }”: “{ $value }” is not in the vocabulary. It was left out; choose a term for it, or add it to the event.
list-finding-second-value = { list-finding-place }, “{ $column }”: there is room for one value, so “{ $value }” was left out.
list-finding-bad-date = { list-finding-place }, “{ $column }”: “{ $value }” is not a date. It was left out; write it as 2027-02-17.
list-finding-bad-language = { list-finding-place }, “{ $column }”: “{ $value }” is not a language. It was left out; write en, ur or ur-Latn.
list-finding-bad-value = { list-finding-place }, “{ $column }”: a text was expected, so “{ $value }” was left out.
list-finding-cleaned = { list-finding-place }, “{ $column }”: characters that are not seen or that turn text round were taken out. Read the text once.
list-finding-same-id = { list-finding-place }: the id “{ $id }” belongs to row { $first } already, with another text. The row was taken without its id.
list-finding-repeated = { list-finding-place }: the same as row { $first }. It was taken once.
list-finding-repeated-differs = { list-finding-place }: the same recommendation as row { $first }, but other details differ. Only row { $first } was taken; compare them.

## Terms that an event adds

term-finding-unknown-scheme = The added term “{ $term }” names a list that does not exist ({ $scheme }). It is not offered; tags with it stay.
term-finding-bad-id = The added term “{ $term }” has an id that cannot be used: small letters, digits and single hyphens, at most 64. It is not offered; tags with it stay.
term-finding-shadows-standard = The added term “{ $term }” has the id of a standard term, which stays as it is. Give the added one another id.
term-finding-repeated = The added term “{ $term }” stands twice with different words. The first is used; remove or rename one.
term-finding-no-label = The added term “{ $term }” has no label in any language. It is not offered; write a label.
term-finding-bad-broader = The added term “{ $term }” stands below “{ $broader }”, which is unknown, of another list, or below it. It is offered on its own.

## Reports that are refused

report-refused-twins = Texts are missing or were written on an earlier original: { $items }. Bring them up to date, or choose one language.
report-refused-event = The workbook has several events: { $events }. Choose one.
report-refused-addressee = “{ $name }” is no addressee. Give a section (parliamentarians, policy-makers, law-enforcement, prosecution-judiciary, others) or the name of a body.
report-refused-nothing = No recommendation is for “{ $name }”.
