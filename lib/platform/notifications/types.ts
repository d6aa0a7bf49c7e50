export type NotificationView = {
	id: string;
	/** Message key under `notifications`. */
	kind: string;
	params: Record<string, string | number>;
	href: string;
	createdAt: Date;
	isRead: boolean;
};
