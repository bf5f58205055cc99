/** The words of saved views. */
export const viewsMessages = {
  views: {
    title: 'Views',
    save: 'Save view',
    saveTitle: 'Save this view',
    saveHelp: 'Keeps the filters and the order of this list as they are now, for you, in this browser.',
    name: 'Name',
    keep: 'Save',
    rename: 'Rename view',
    renameTitle: 'Rename “%{name}”',
    remove: 'Remove view',
    removeTitle: 'Remove “%{name}”?',
    removeText: 'The list itself stays as it is.',
    removeIt: 'Remove',
    problems: {
      empty: 'Give it a name.',
      long: 'At most 60 characters.',
      taken: 'You have a view of this list with this name already.',
    },
  },
}
