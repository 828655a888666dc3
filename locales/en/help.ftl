# Help. Words between “ and ” are names in the interface, taken from its own messages so that they cannot drift.
help-lead = What each person does, step by step. Words in bold are the names of pages, buttons and questions.
help-back = Back to: { $page }
help-contents = On this page

## Who writes for a group

help-scribe = You write for a group
help-scribe-1 = Open the file that the organiser gave you: “{ start-open }”. If there is none, type the “{ start-code }” and press “{ start-create }”.
help-scribe-2 = On the page “{ step-draft }” choose your group. In an empty list the first recommendation is begun for you; in another press “{ draft-add }”.
help-scribe-3 = Write it as it was said, in English, Urdu or Roman Urdu. Every letter is kept; “{ status-saved }” says that it is on the disk.
help-scribe-4 = Answer “{ asked }”, “{ horizon }”, “{ themes }” and “{ indicator }”. All of this can wait.
help-scribe-5 = Look at “{ advice }” beside the text. It forbids nothing; leave aside what does not fit.
help-scribe-6 = Press “{ draft-next }” and write down the next one.
help-scribe-7 = Where a text is wanted in both languages press “{ text-add }”.
help-scribe-8 = Say how far each one is: “{ state-ready }”, and “{ state-agreed }” when the group agrees.
help-scribe-9 = Press “{ export }” now and then, and at the end. Give the last file to the facilitator on a stick.

## Who votes

help-voter = You vote on the shared laptop
help-voter-1 = Take the laptop when it is your turn. Only you look at the screen.
help-voter-2 = Press “{ booth-begin }”. If the page says “{ booth-who }” press what you are instead. Nobody asks for your name.
help-voter-3 = Answer one question after the other, with a number key or a click. “{ booth-pass }” leaves a question out, “{ booth-back }” goes back.
help-voter-4 = If you are asked “{ booth-reason }” write a reason and press “{ booth-reason-done }”. The group reads the reason, not who gave it.
help-voter-5 = Look through “{ booth-review }”; “{ booth-change }” changes an answer.
help-voter-6 = Press “{ booth-done }”. From then on nobody can open your ballot, not even you.

## Who brings the groups together

help-facilitator = You bring the groups’ work together
help-facilitator-1 = Open the workbook of the event. On the page “{ step-files }” press “{ take-pick }” and choose the files of all groups, as many as you like and in any order.
help-facilitator-2 = Read “{ take-found }” and “{ take-would }”. Nothing is taken in until you press “{ take-accept }” (for several files their number is in the button).
help-facilitator-3 = Under “{ receipts-title }” stands where each recommendation is now. “{ receipts-save }” keeps this for the groups. “{ originals-show }” gives every file back as it came.
help-facilitator-4 = On the page “{ step-desk }” answer one question after the other. “{ desk-later }” puts one off.
help-facilitator-5 = Two that say the same: press “{ pair-same }”. When all that look alike are decided, press “{ conflicts-use }” at the text that stands for them, or “{ combine-own }”. The originals stay, with their groups and votes.
help-facilitator-6 = To let a group vote go to “{ step-rounds }”, answer “{ rounds-preset }” and “{ rounds-present }”, and press “{ rounds-begin }”.
help-facilitator-7 = When everyone has voted press “{ round-group-acts }”, then “{ round-close }”. For votes on paper there is “{ paper }” in the same place.
help-facilitator-8 = On the page “{ step-list }” choose what may be shown and press “{ final-show }”. At the end press “{ final-number }”.
help-facilitator-9 = Press “{ export }” and give this file to the rapporteur.

## Who presents and hands over

help-rapporteur = You present and hand over the communiqué
help-rapporteur-1 = On the page “{ step-communique }” follow “{ documents-present }”. Under “{ present-which }” mark what is ready, then press “{ present-begin }”.
help-rapporteur-2 = Turn pages with the arrow keys or the space bar. “{ present-jump }” goes to a number, “{ present-blank }” hides the screen.
help-rapporteur-3 = If plenary changes a text press “{ present-amend }”, write, and press “{ present-amend-done }”. What changed is shown. “{ present-end }” ends.
help-rapporteur-4 = Back under “{ step-communique }” fill in “{ documents-texts }” and “{ documents-people }”.
help-rapporteur-5 = Answer “{ documents-what }”, “{ documents-language }” and “{ documents-format }”. The document is shown as it will be.
help-rapporteur-6 = If the page says that a person could be found, change these places before anything is handed out.
help-rapporteur-7 = Press “{ documents-save }” or “{ documents-print }”. For one body choose “{ documents-pack }”: reply slips are in it.
help-rapporteur-8 = When replies come back follow “{ documents-replies }” and type them in.

## Who prepares the event

help-organiser = You prepare the event
help-organiser-1 = Open the program once on every laptop while there is a network. After that it needs none. Or carry it on a stick as one file.
help-organiser-2 = On the page “{ title-start }” type a “{ start-code }”, answer “{ start-form }” and press “{ start-create }”.
help-organiser-3 = On the page “{ step-event }” write the title in both languages, the place and the days.
help-organiser-4 = Under “{ event-groups }” press “{ event-group-rename }” or “{ event-add-group }” until the groups are yours.
help-organiser-5 = A body, theme or law is missing from the lists? Write it under “{ event-terms }” and press “{ event-term-add }”.
help-organiser-6 = Earlier recommendations come in on the page “{ step-files }”, under “{ list-title }”.
help-organiser-7 = Press “{ export }” and open this file on every laptop with “{ start-open }”. Now all groups work with the same event.
help-organiser-8 = Let people try “{ start-sample }” before the event begins.
help-organiser-9 = On borrowed laptops see “{ title-laptop }”: names that say nothing, and “{ erase }” when all is done.

## If something goes wrong

help-wrong = If something goes wrong
help-wrong-1 = There is no network
help-wrong-1-do = Work on: nothing here needs one. Only a laptop that has never opened the program needs it once, or the program as one file on a stick.
help-wrong-2 = The page says “{ status-not-saved }”, or the disk is full
help-wrong-2-do = Press “{ export }” at once, onto a stick if you can. Then free some space; saving is tried again by itself.
help-wrong-3 = The laptop dies, or the page was closed
help-wrong-3-do = Open the program again in the same browser: what was typed is there, but for the last letters at most. If the laptop stays dead, open its last file on another one with “{ start-open }”.
help-wrong-4 = A wrong file was taken in
help-wrong-4-do = On the page “{ step-files }” press “{ receipt-take-out }”. What you wrote since stays. Later “{ states-show }” on the same page leads back.
help-wrong-5 = There are two versions of one text
help-wrong-5-do = Two people wrote without sight of each other, and both texts are kept. On the page “{ step-desk }” press “{ conflicts-choose }” or “{ conflicts-another }”.
help-wrong-6 = Something was changed or put away by mistake
help-wrong-6-do = Press “{ undo }”, as often as you like. What was put away is on the page “{ step-bin }”: “{ restore }”.
help-wrong-7 = A file cannot be read
help-wrong-7-do = The page says what kind of file it is. Ask for it again, or press “{ take-as-list }” where that is offered.
help-wrong-8 = The program itself stops
help-wrong-8-do = The page says so and offers a rescue copy. Save it, load the page again, and open the copy with “{ start-open }” if anything is missing.
help-wrong-9 = Somebody comes who must not see this
help-wrong-9-do = Ctrl and full stop hide the page at once. The same keys, or “{ curtain-open }”, show it again.

## Keys

help-keys-draft = On the page “{ step-draft }”
help-keys-desk = On the page “{ step-desk }”
help-keys-vote = While voting
help-keys-vote-how = The number beside an answer chooses it; 0 leaves the question out where “{ booth-pass }” is shown. Enter begins a ballot, and casts it at the end.
help-keys-show = While presenting
help-keys-show-how = { present-hint }
help-keys-everywhere = Everywhere
help-keys-everywhere-how = Tab goes from one thing to the next, Enter or the space bar presses it. Ctrl and full stop hide the page.
