# Urdu: awaiting native review
# The desk, where one thing after the other is decided, and the final list.

## The list of what is to be decided

desk-progress = { $done } of { $total } done.
desk-waiting = { $count ->
    [0] Nothing waits
    [one] 1 waits
   *[other] { $count } wait
 }
desk-nothing = Nothing has to be decided
desk-nothing-hint = Look-alikes, two versions of one text, missing texts and all else that needs a person are listed here.
desk-to-list = To the final list
desk-kind-pointer = Combined two ways
desk-kind-clash = Copied or changed file
desk-kind-conflict = Two versions
desk-kind-contradiction = Combined, but said to differ
desk-kind-alike = Look alike
desk-kind-unworded = One text for several
desk-kind-earlier = Decided on an earlier text
desk-kind-compare = Compare the texts
desk-kind-missing = Text is missing
desk-kind-finding = Could point to a person
desk-looking = Looking for recommendations that look alike
desk-weaker = { $count ->
    [one] Ask about 1 weaker likeness too
   *[other] Ask about { $count } weaker likenesses too
 }
desk-wanted = The final list is wanted in
desk-keys-on = Single keys decide
desk-unchanged = Nothing was changed.

## Two that look alike

desk-why = Why
desk-part-of = Part of { $name } already:
desk-later = Later
desk-cluster = { $count } look alike
desk-cluster-same = All { $count } are the same
desk-earlier-same = Before the texts were changed, these were called the same.
desk-earlier-related = Before the texts were changed, these were called related.
desk-earlier-different = Before the texts were changed, these were called different.

## Combining

combine-title = Which text stands for all of them?
combine-before = Written for these before
combine-own = Write another text
combine-own-text = The text for all of them
combine-hint = The originals stay as they are, linked to this text, each with its group, its votes and its minority views.
combine-do = Combine
combine-leave = Back
unworded-back = They are not the same
unworded-apart = Somebody called { $names }: { $verdict }.

## Texts and other questions

desk-missing-text = Text in { $lang }
desk-other-text = Text in { $lang }; change it where it says something else
desk-original = The original
desk-says-same = It says the same
desk-clash-keep = All stay where they are
desk-keep-text = Keep this text
desk-put-there = Put it here
desk-stand-alone = Let it stand alone
desk-called = Somebody called them: { $verdict }.
desk-decided = { $field }: { $value }.
desk-say-again = It still holds
desk-take-it-back = Take it back
split-off = Take it out again
queue-finding-person = A person could be found by these words: { $words }. Change the text, or say that nobody can.
finding-fine = Nobody can be found by this

## What is said when it is done

desk-said-same = The same.
desk-said-related = Related: both stay, and are linked.
desk-said-different = Different.
desk-said-later = Put off: it comes last.
desk-said-combined = { $count } combined.
desk-said-chosen = Chosen.
desk-said-kept = Kept.
desk-said-written = The text in { $lang } is kept.
desk-said-compared = The texts say the same.
desk-said-fine = It may stay as it is.
desk-said-split = Taken out again.
desk-said-again = It holds.
desk-said-back = Taken back.
desk-said-taken-back = The last decision was taken back.
desk-said-weaker = Weaker likenesses are asked too.
desk-nothing-to-take-back = Nothing was decided since this page was opened.

## Keys

key-same = They are the same
key-related = They are related
key-different = They are different
key-all-same = All that look alike are the same
key-choose = The version, text or answer with that number
key-later = Later
key-take-back = Take the last decision back

## The final list

final-count = { $count ->
    [0] The list is empty.
    [one] 1 recommendation. A combined one stands once.
   *[other] { $count } recommendations. A combined one stands once.
 }
final-only-combined = Only what was combined
final-to-desk = To what has to be decided
final-nobody = Nobody is asked
final-choose = Choose these
final-choose-section = asked of { $name }
final-choose-all = Choose all
final-choose-none = Choose none
final-chosen = { $count ->
    [0] None is chosen
    [one] 1 is chosen
   *[other] { $count } are chosen
 }
final-show = Ready to show
final-hide = Not to be shown
final-combine = Combine the chosen
final-vetted-earlier = Ready to show, but the text was changed since
final-tags = Tags
final-tag-field = What is tagged
final-related = Related:
final-origins = Whose words it is made of
final-origin-earlier = Its text was changed after it was combined.
final-voted = { $count ->
    [one] Voted on by { $group }, with 1 recommendation in the round
   *[other] Voted on by { $group }, with { $count } recommendations in the round
 }
final-taken-up = Combined texts that went into it
final-split = Take it apart again
final-part-withdrawn = It is in the bin.
final-part-split-off = It was taken out again, and stands alone.
final-part-elsewhere = It is part of another combined text now.
final-part-undecided = Two people put it into different combined texts. It stands alone until somebody chooses.
final-numbers = Numbers
final-numbers-hint = By whom it asks, then in the order of the list. Numbers that were given stay as they are, whatever is changed later.
final-number = Give these numbers
final-given = { $changed ->
    [0] { $when }: { $count } numbered
    [one] { $when }: { $count } numbered, 1 text changed since
   *[other] { $when }: { $count } numbered, { $changed } texts changed since
 }
final-given-now = The numbers below.
final-given-other = The numbers below are others.
final-said-numbered = { $count } numbered.
final-said-split = Taken apart again. Each stands alone.
final-said-split-off = Taken out again. It stands alone.
final-said-unchanged = Nothing was changed.
final-said-state = { $count ->
    [one] Said of 1 recommendation.
   *[other] Said of { $count } recommendations.
 }
final-said-show = { $count ->
    [one] 1 is ready to show.
   *[other] { $count } are ready to show.
 }
final-said-hide = { $count ->
    [one] 1 is not to be shown.
   *[other] { $count } are not to be shown.
 }
final-said-related = { $count } are linked: each stays.
final-said-not-related = The links are taken back.
final-said-tags = { $count ->
    [one] 1 recommendation tagged.
   *[other] { $count } recommendations tagged.
 }

## The receipts of groups

