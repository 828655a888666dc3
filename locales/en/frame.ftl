# The frame around every page, and what every page says.
app-name = Rapporteur
skip = Skip to the page
steps = Parts of the workbook
step-draft = Draft
step-capture = Capture
step-event = Event
step-files = Files
step-bin = Bin
step-conflicts = Two versions: { $count }
incomplete = Incomplete: the rest is in English
sample = Sample
display = Display
title-start = My workbooks
title-draft = Draft
title-capture = Capture what is said
title-bin = Bin
title-event = Event
title-files = Files
title-conflicts = Two versions: please choose
status = Saving and files
status-opening = Opening the workbook…
status-saved = Saved on this laptop
status-saving = Saving…
status-not-saved = NOT SAVED.
update-ready = New version: save and load it
update-not-saved = The new version was not loaded, because not everything is saved. Make a file first.
status-no-file = { $changes ->
    [one] No file yet, 1 change
   *[other] No file yet, { $changes } changes
 }
status-last-file = { $changes ->
    [0] Last file { $time }, nothing changed since
    [one] Last file { $time }, 1 change since
   *[other] Last file { $time }, { $changes } changes since
 }
reminder = Time to make a file: it is the safe copy.
status-recovered = { $count ->
    [one] Text that was being typed when the page closed is here again.
   *[other] { $count } texts that were being typed when the page closed are here again.
 }
trouble-blocked = This browser keeps nothing for this page (a private window, or storage is switched off). Make a file before you close it.
trouble-full = The disk is full. Make a file now, then free some space; saving is tried again by itself.
trouble-lost = The browser’s storage does not answer. Keep working; it is tried again by itself. Make a file to be safe.
trouble-newer = A newer version of this program is open on this laptop. Make a file, then load this page again.
trouble-crashed = Something went wrong in the program, and nothing more is saved. Load the page again.
open-failed = This workbook could not be opened
to-start = Back to my workbooks
shut-erased = This workbook was erased
shut-gone = It is no longer on this laptop: it was erased here, or the browser cleared what it kept. If you have a file of it, open that.
shut-unreadable = What this laptop knows of it cannot be read. Nothing of it was deleted. If you have a file of it, open that.
early-kept = What you wrote while it was being opened stands only here. Copy it:
unsaved-open = The workbook you were writing in is not saved. Make a file of it before you open or make another one.
unsaved-back = Go back to it
export = Make a file
file-made = File made: { $name }
file-not-made = The browser did not make the file. Try again, or try another browser.
part-loading = Loading this page…
part-not-loaded = This page could not be loaded. Nothing is lost. Try again when the network is back; if that does not help, load the whole page again.
part-again = Try again
title-rounds = Prioritise
title-round = Ballot and results
step-rounds = Prioritise
list-comma = {", "}
lang-en = English
lang-ur = Urdu
lang-ur-latn = Roman Urdu
lang-ps = Pashto
title-laptop = This laptop: keeping, privacy, erasing
curtain-open = Show the page again
neutral-title = Document
title-desk = To decide
step-desk = To decide
title-list = Final list
step-list = Final list
step-communique = Communiqué
title-communique = Communiqué
title-present = Present in plenary
title-replies = Replies from addressees
title-help = Help
title-access = Accessibility
