# The start page.
start-empty = Nothing is on this laptop yet. Make a workbook for your event, open a file that somebody gave you, or look at the sample.
start-untitled = Workbook without a name
start-opened = Opened { $time }
start-last-file = Last file { $time }: { $name }
start-no-file = No file made yet
start-open = Open a file
start-open-hint = A file from another group, or a list of recommendations. You can also drop it on this page. You see what is in it before anything is taken.
start-sample = Try the sample workshop
version = Rapporteur { $version }
start-from-file = You opened Rapporteur from a file. What you write is kept in this browser, but cleaning up the browser or moving this file may lose it: the file you make is the safe copy.
start-unpromised = This browser may throw your work away when the disk is full. Make files often.
start-sample-hint = An invented conference to try everything on. It is marked as a sample.
start-sample-missing = The sample could not be loaded. It needs the network once.
start-new = New workbook
start-code = Short code of the event
start-code-hint = For example LHR. It begins every number: LHR-G2-07. Every group of an event types the same code.
start-title = Title
start-title-hint = Can be added later.
start-form = What kind of event?
start-groups = { $count ->
    [one] 1 group
   *[other] { $count } groups
 }
start-create = Make the workbook
form-plenary-dialogue = One day in plenary
form-conference-with-groups = Conference with groups
form-ministry-conference = Ministry conference
