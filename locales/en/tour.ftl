# The way through the sample.
tour = The sample, step by step
tour-at = You are in the sample. { $place } of { $all }.
tour-draft = Choose a group, read one of its recommendations, and change it. Nothing here is real.
tour-rounds = Choose how it is asked, type how many are present, and vote once or twice yourself.
tour-desk = Answer what is asked: do these two say the same? Everything can be taken back.
tour-list = Choose some recommendations and mark them as ready to show; then give them their numbers.
tour-communique = Choose the language and look at the document. Save it if you like.
tour-back = Back: { $page }
tour-next = Next: { $page }
tour-own = Start your own workbook
tour-leave = Do not show this any more
