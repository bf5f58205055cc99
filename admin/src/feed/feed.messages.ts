/** The words of writing on a feed. */
export const feedMessages = {
  feed: {
    help: 'Enter posts, Shift+Enter begins a line, @ calls upon somebody.',
    noteHelp: 'A note among us: it answers nobody. Enter posts, @ calls upon somebody.',
    whom: 'Whom to call upon',
    team: 'our team',
    attach: 'Attach files',
    savedReplies: 'Saved replies',
    noReplies: 'Nothing was saved yet',
    keepReplies: 'Add or change saved replies',
    typing: '%{names} writes … |||| %{names} write …',
    here: '%{names} is here, too |||| %{names} are here, too',
    replies: {
      title: 'Saved replies',
      empty: 'Nothing was saved yet. What is answered often is answered faster from here.',
      add: 'Save a reply',
      changedAt: 'Saved',
      removeTitle: 'Remove “%{title}”?',
      removeText:
        'Nobody of the team can put it into a message any more. Messages that were written with it stay.',
    },
  },
}
