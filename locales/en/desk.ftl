# Urdu: awaiting native review
# The facilitator's desk: receipts, the queue, combining, and files of one batch.

## The receipt of a group

receipt-sentence = { $total ->
    [one] { $here } of your { $total } recommendation is here: { $parts }.
   *[other] { $here } of your { $total } recommendations are here: { $parts }.
 }
receipt-no-group = Recommendations of no group
receipt-comma = ,{" "}
receipt-unchanged = { $count } unchanged
receipt-edited = { $count } edited
receipt-in-conflict = { $count } in conflict
receipt-withdrawn = { $count } withdrawn
receipt-combined = { $count } combined
receipt-missing = { $count } missing
receipt-item-unchanged = { $number } unchanged: { $text }
receipt-item-edited = { $number } edited. It was: { $text }
receipt-item-in-conflict = { $number } in conflict: somebody has to choose. It was: { $text }
receipt-item-withdrawn = { $number } withdrawn. It was: { $text }
receipt-item-combined = { $number } combined into “{ $wording }”. It was: { $text }
receipt-item-missing = { $number } missing: not all that the group wrote is here. Take the group's file in again. It was: { $text }

## What needs a person

queue-cycle = Combinations lead into each other in a circle. Let one of them stand alone; until then each stands alone.
queue-disputed = Two people put this recommendation into different combinations, or one took it out. Choose; until then it stands alone.
queue-nowhere = This recommendation points to a combination of which there is no text here. Take in the file that has it, or let it stand alone; until then it stands alone.
queue-clash = Two different changes have one name. Choose between them.
queue-conflict = Two versions stand side by side. Choose one, or write a third.
queue-contradiction = Two recommendations of one combination were said not to be the same. Take one out again, or say that they are the same.
queue-look-alike = These two look alike. Are they the same, related or different?
queue-unworded = These were called the same. Choose the text that stands for all of them, or write one.
queue-earlier = This was decided on an earlier wording. Say it again, or take it back.
queue-out-of-date = The text in the other language was not compared with the original as it is now. Compare them.
queue-missing = The text is missing in one language. Write it.

## Why a combination was not made

combine-too-few = Two recommendations at least can be combined. Choose another one.
combine-too-many = { $count } recommendations were chosen; at most { $limit } can be combined. Choose fewer.
combine-no-text = The combined text is empty. Write it, or take one of the originals.
combine-not-here = { $item } is not in this workbook. Take in the file that has it first.

## Files of one batch

condition-whole = Whole, as it was written.
condition-hand-edited = Changed by hand in the readable part. Values changed: { $values }.
condition-cut-off = Cut off. Whole records before the cut: { $records }.
condition-damaged = Damaged, or changed after it was written. What can be read is here.
repeat-twice = The same file twice: { $file }.
repeat-renamed = The same file as { $file }, under another name.
repeat-says-the-same = It says the same as { $file }.
repeat-older = An older state of { $file }, which has all of it.
