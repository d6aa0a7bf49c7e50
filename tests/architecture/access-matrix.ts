import type { Permission } from "@/lib/platform/access/permissions";

/**
 * Every door of the portal and who may open it: each exported server action (`<folder>#<name>`) and each API route
 * (`METHOD /path`). `public` doors ask for no session; `key` doors check a credential of their own.
 */
export const accessMatrix: Record<string, Permission | "public" | "key"> = {
	"identity#register": "public",
	"identity#resendConfirmationMail": "public",
	"identity#confirmAddress": "public",
	"identity#askForPasswordReset": "public",
	"identity#setNewPassword": "public",
	"identity#signOut": "public",
	"identity#endSession": "account.own",
	"identity#endOtherSessions": "account.own",
	"identity#switchOrganisation": "account.own",
	"identity#invite": "organisation.manage-members",
	"identity#withdrawInvitation": "organisation.manage-members",
	"identity#changeMemberRole": "organisation.manage-members",
	"identity#removeFromOrganisation": "organisation.manage-members",
	"identity#joinWithNewAccount": "public",
	"identity#joinWithPassword": "public",
	"identity#joinAsSelf": "account.own",
	"identity#deactivate": "user.manage",
	"identity#reactivate": "user.manage",
	"notifications#readNotification": "account.own",
	"notifications#readAllNotifications": "account.own",
	"admission#openApplicationForm": "application.edit",
	"admission#saveApplicationDraft": "application.edit",
	"admission#readApplicationDraft": "application.edit",
	"admission#submitOwnApplication": "application.edit",
	"admission#withdrawOwnApplication": "application.edit",
	"admission#claimForReview": "application.review",
	"admission#releaseFromReview": "application.review",
	"admission#decideReview": "application.review",
	"preferences#setLocale": "public",
	"preferences#setTheme": "public",
	"preferences#setDensity": "public",
	"preferences#setNavigation": "public",
	"GET /api/auth/[...nextauth]": "public",
	"POST /api/auth/[...nextauth]": "public",
	"GET /api/health": "public",
};
