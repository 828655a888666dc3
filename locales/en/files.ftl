# The files page.
files-make = Make a file
files-make-hint = A file is the safe copy: carry it on a stick, send it, keep it. Each gets a new name and replaces nothing.
files-last = { $changes ->
    [0] Last file { $when }: { $name }. Nothing changed since.
    [one] Last file { $when }: { $name }. 1 change since.
   *[other] Last file { $when }: { $name }. { $changes } changes since.
 }
files-no-last = { $changes ->
    [0] No file was made yet.
    [one] No file was made yet; there is 1 change.
   *[other] No file was made yet; there are { $changes } changes.
 }
files-make-whole = Make a file of the whole workbook
files-make-whole-hint = With its history. This is the one to keep and to give to the facilitator.
files-make-lean = Make a small copy
files-make-lean-hint = The present texts and tags without their earlier versions. For handing on, not for keeping.
files-making = Writing the file

## Taking files in

take-title = Take files in
take-hint = From other groups, other laptops, or your own older files. You see what would change before anything is taken.
take-pick = Choose files
take-drop = or drop them here, as many as you like.
take-reading = Reading file { $number } of { $count }
take-elsewhere = “{ $label }” on this laptop is of the same event.
take-there = Take them in there instead
take-taking = Taking in
take-looked = { $count ->
    [one] 1 file was read. Nothing is taken in yet.
   *[other] { $count } files were read. Nothing is taken in yet.
 }
take-found = What was found
take-unreadable = The browser cannot read this file. Was it removed, or is it a folder?
take-as-list = Read it as a plain list
take-recs = { $count ->
    [0] No recommendations
    [one] 1 recommendation
   *[other] { $count } recommendations
 }
take-new = { $count } new
take-changed = { $count } changed
take-undecided = { $count } to decide
take-other-event = The other event: { $event }. Tick the file only if both events belong into one workbook, as for a national report.
take-beside = Open it as a workbook of its own
take-more-findings = { $count ->
    [one] 1 more remark
   *[other] { $count } more remarks
 }
take-by-hand = { $count ->
    [one] Take the change made by hand too
   *[other] Take the { $count } changes made by hand too
 }
take-by-hand-hint = Somebody changed the readable part of this file in another program. This is what they changed:
take-would = What would change here
take-nothing-ticked = Nothing: no file is ticked that has anything new.
take-nothing = Nothing: all that is ticked is here already.
take-no-group = Without a group
take-new-recs = { $count ->
    [one] Show the new one
   *[other] Show the { $count } new ones
 }
take-others = { $count ->
    [one] 1 other new entry
   *[other] { $count } other new entries
 }
take-changes = { $count ->
    [one] 1 value would change
   *[other] { $count } values would change
 }
take-no-changes = No value that is here would change.
take-before = Before
take-after = After
take-after-several = After: to be decided
take-conflicts = { $count ->
    [one] 1 field would have two versions
   *[other] { $count } fields would have two versions
 }
take-conflicts-hint = Both stay until somebody chooses.
take-show-rest = { $count ->
    [one] Show 1 more
   *[other] Show { $count } more
 }
take-accept = { $count ->
    [one] Take this file in
   *[other] Take these { $count } files in
 }
take-leave = Leave it
take-close = Close
take-left = Nothing was taken in.
take-adds = Taking in adds to what is here. It replaces no work, and can be taken out again as one.
take-done = Taken in.

## What was taken in

receipt-title = Taken in
receipt-when = At { $when }
receipt-known = already here, nothing new
receipt-brought = taken in
receipt-here = { $conflicts ->
    [0] Here now: recommendations { $recommendations }, nothing to decide.
   *[other] Here now: recommendations { $recommendations }, to decide { $conflicts }.
 }
receipt-decide = Go to what has to be decided
receipt-nothing = All of it was here already. Nothing changed.
receipt-take-out = Take this import out again
receipt-take-out-hint = What you wrote since stays.
receipt-taken-out = Taken out again. What you wrote since is still here.
receipt-not-taken-out = It could not be taken out now. Try again.

## Plain lists

list-title = Bring in a list
list-hint = Recommendations from elsewhere: one a line, or a table (CSV) or JSON. The same list twice changes nothing.
list-paste = Paste the list here
list-look = Look at the list
list-pick = Choose a file with a list
list-nothing-pasted = Paste a list first.
list-unreadable = This file cannot be read, or it is too large for a list.
list-pasted = Pasted list
list-looked = { $count ->
    [0] No recommendation was found in the list.
    [one] 1 recommendation was found. Nothing is taken in yet.
   *[other] { $count } recommendations were found. Nothing is taken in yet.
 }
list-found = { $count ->
    [0] { $name }: no recommendation found
    [one] { $name }: 1 recommendation
   *[other] { $name }: { $count } recommendations
 }
list-target = Where does it go?
list-as-listed = To the groups the list names
list-plenary = To the plenary
list-choose = Choose where it goes first.
list-no-event = This workbook has no event yet. Short code of the event:
list-no-code = Type a code first.
list-make-event = Use this code
list-kind-json = Read as JSON.
list-kind-csv = Read as a table.
list-kind-lines = Read as lines, one recommendation each.
list-findings = { $count ->
    [one] 1 remark
   *[other] { $count } remarks
 }
list-counts = { $repeated ->
    [0] New here: { $new }. Here already: { $known }.
   *[other] New here: { $new }. Here already: { $known }. Left out because they stand twice: { $repeated }.
 }
list-group = { $new } new, { $known } here already
list-known = All of it is here already. Taking it in would change nothing.
list-accept = { $count ->
    [0] Take the list in
    [one] Take 1 recommendation in
   *[other] Take { $count } recommendations in
 }

# Earlier states
states = Earlier states
states-hint = Before files are taken in, before recommendations are combined and before going back, the workbook as it was is kept here.
states-show = Show earlier states
states-none = There is none yet.
state-before-import = { $when }, before files were taken in
state-before-list = { $when }, before a list was brought in
state-before-combine = { $when }, before recommendations were combined
state-before-restore = { $when }, before going back to an earlier state
state-before-take-out = { $when }, before an import was taken out
state-counts = { $recommendations ->
    [one] 1 recommendation
   *[other] { $recommendations } recommendations
 }, { $changes ->
    [one] 1 change
   *[other] { $changes } changes
 }
state-restore = Go back to this
state-restore-name = Go back to the state of { $when }
state-restored = The earlier state is here again. The state before it is the first in the list.
state-not-restored = It could not be brought back now. Nothing has changed. Try again.

receipts-title = What became of each group’s recommendations
receipts-own = Your own work before this file
receipts-save = Save the receipts
receipts-saved = Receipts saved: { $name }
receipts-working = Comparing
receipts-others = { $count ->
    [one] 1 is not as it was
   *[other] { $count } are not as they were
 }
originals = Original files
originals-hint = Every file that was taken in is kept in this browser exactly as it came, until the workbook is erased from this laptop.
originals-show = Show original files
originals-none = There is none yet.
originals-entry = { $when }, { $size } kB
originals-save = Save a copy
originals-save-name = Save a copy of { $name }
originals-saved = A copy was handed to the browser: { $name }
originals-gone = The browser does not have this file any more.
receipt-unkept = { $count ->
    [one] One file could not be kept as it came: there is no room, or this browser keeps nothing. Keep your own copy of it.
   *[other] { $count } files could not be kept as they came: there is no room, or this browser keeps nothing. Keep your own copies of them.
}
take-stop = Stop
take-stopped = Stopped. Nothing was taken in.
take-comparing = Working out what would change …
