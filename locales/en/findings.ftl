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
refusal-newer = A newer version of this program ({ $app }) wrote this file in format { $version }. Install that version to read it.
refusal-too-deep = The file is nested too deeply to be a file of this program. Ask for the file as it was exported.
refusal-too-many-records = The file has more records than can be read. Export the groups one by one.

## Files with something to know

finding-cut-off = The file is cut off. Whole records before the cut, which were read: { $records }. Ask for the file again to get the rest.
finding-trailing = Something follows the end of the file, from byte { $at } on. It was left out; the file itself is whole.
finding-unknown-header-key = The head of the file has an entry this version does not know ({ $key }). It was left out; a newer version may know it.
finding-unknown-record-key = Record { $record } has an entry this version does not know ({ $key }). It was left out; a newer version may know it.
finding-bad-record = Record { $record } cannot be read and was set aside ({ $reason }). The others were read; ask for the file again to get it.
finding-bad-edit = Edit { $edit } of { $item } cannot be used and was set aside ({ $reason }). The others were read; ask for the file again to get it.
finding-over-limit = The field “{ $field }” of { $item } holds more than is allowed; that edit was set aside. Shorten it where it was written, and export again.
finding-odd-value = The field “{ $field }” of { $item } holds a value of an unusual form. It is kept; look at it and write it anew.
finding-repeated-record = The file has two records of { $item }. Both were read and joined; look at its conflicts.
finding-counts = The file does not hold as many records or edits as it says. What is there was read; ask for the file again to be sure.
finding-edits-changed = The edits in this file are not as this program wrote them: the file was damaged or changed. What is there was read; compare it with the group's own.
finding-hand-edited = The readable part was changed by hand. Values changed: { $values }. They are not taken unless you say so.
finding-hand-unusable = A value changed by hand cannot be used: “{ $field }” of { $item }. Make the change in the program instead.
finding-plain-changed = The readable part of the file is not as it was written, but its fields say what the edits say: labels or order were changed. That was left out.
finding-unknown-kind = The file is of a kind this version does not know ({ $kind }). It was read as a workbook.
finding-odd-characters = The field “{ $field }” of { $item } holds characters that are not seen or that turn text round. They are kept; look at the text before you print it.
finding-clash = Two different edits have one name ({ $name }): a file was copied and both copies were changed, or one was forged. Both are kept; look at the conflicts.
finding-more = There is more of what is told above, left out here. How often: { $count }.

## How a file stands to what is here

verdict-empty = There is nothing in this file.
verdict-new = New: none of its recommendations are here yet.
verdict-newer = Newer: it has all that is here of its items, and more.
verdict-same = The same: all of it is here already.
verdict-older = Older: all of it is here already, and more.
verdict-both = Each has something the other lacks. Taking it in joins both.
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
