/** The words of the bell. */
export const notificationsMessages = {
  notifications: {
    title: 'News for you',
    bell: 'News for you, %{smart_count} unread',
    none: 'Nothing yet.',
    readAll: 'All read',
    mentioned: '%{name} calls upon you',
  },
}
