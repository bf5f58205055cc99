/** Words of the bell, and of what it tells. */
export const notificationWords = {
  bell: (unread: number) =>
    unread === 0 ? 'Notifications' : `Notifications, ${unread > 99 ? 'more than 99' : unread} new`,
  title: 'Notifications',
  allRead: 'Mark all as read',
  none: 'Nothing yet. What happens on your orders appears here.',
  more: 'Show earlier',
  fresh: 'New',
  order: (number: string) => `Order ${number}`,
  came: (text: string) => `New: ${text}`,
  message: (name: string) => `${name} wrote to you`,
  mention: (name: string) => `${name} mentioned you`,
}
