import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import { readEnv } from "@/lib/platform/env/env";
import { defaultLocale, isLocale, type Locale } from "@/lib/platform/i18n/config";
import { createTranslations } from "@/lib/platform/i18n/translator";
import { enqueueMail } from "@/lib/platform/mail/outbox";
import { routes } from "@/lib/platform/routes/routes";
import { invitationDays, tokenHours } from "../constants";

type Recipient = { email: string; name: string; locale: string };

function localeOf(recipient: { locale: string }): Locale {
	return isLocale(recipient.locale) ? recipient.locale : defaultLocale;
}

function link(path: string): string {
	return readEnv().PORTAL_URL + path;
}

type AccountMail =
	| "confirmation"
	| "alreadyRegistered"
	| "stillUnconfirmed"
	| "passwordReset"
	| "passwordChanged";

/** Puts one of the account's mails into the outbox, in its owner's language. `key` names the cause, such as a token's id. */
async function enqueueAccountMail(
	tx: Tx,
	kind: AccountMail,
	to: Recipient,
	mail: { key: string; path: string; hours?: number },
): Promise<void> {
	const t = await createTranslations(localeOf(to), "mail");
	const values = { name: to.name, link: link(mail.path), hours: mail.hours ?? 0 };
	await enqueueMail(tx, {
		key: `${kind}:${mail.key}`,
		recipient: to.email,
		subject: t(`${kind}.subject`),
		text: `${t(`${kind}.text`, values)}\n\n${t("footer")}\n`,
	});
}

export function mailConfirmation(tx: Tx, to: Recipient, token: { id: string; token: string }): Promise<void> {
	const path = routes.confirmEmail(token.token);
	return enqueueAccountMail(tx, "confirmation", to, {
		key: token.id,
		path,
		hours: tokenHours.EMAIL_CONFIRMATION,
	});
}

export function mailPasswordReset(
	tx: Tx,
	to: Recipient,
	token: { id: string; token: string },
): Promise<void> {
	const path = routes.resetPassword(token.token);
	return enqueueAccountMail(tx, "passwordReset", to, {
		key: token.id,
		path,
		hours: tokenHours.PASSWORD_RESET,
	});
}

/** To somebody who registers with an address that is confirmed already. */
export function mailAlreadyRegistered(tx: Tx, to: Recipient, key: string): Promise<void> {
	return enqueueAccountMail(tx, "alreadyRegistered", to, { key, path: routes.signIn() });
}

/** The same while the address is unconfirmed: only its owner may set the password that will count. */
export function mailStillUnconfirmed(
	tx: Tx,
	to: Recipient,
	token: { id: string; token: string },
): Promise<void> {
	const path = routes.resetPassword(token.token);
	return enqueueAccountMail(tx, "stillUnconfirmed", to, {
		key: token.id,
		path,
		hours: tokenHours.PASSWORD_RESET,
	});
}

export function mailPasswordChanged(tx: Tx, to: Recipient, key: string): Promise<void> {
	return enqueueAccountMail(tx, "passwordChanged", to, { key, path: routes.forgotPassword() });
}

export async function mailInvitation(
	tx: Tx,
	to: { email: string; locale: string },
	invitation: { id: string; token: string; organisationName: string; invitedBy: string },
): Promise<void> {
	const t = await createTranslations(localeOf(to), "mail");
	const names = { organisation: invitation.organisationName, inviter: invitation.invitedBy };
	const values = { ...names, link: link(routes.acceptInvitation(invitation.token)), days: invitationDays };
	await enqueueMail(tx, {
		key: `invitation:${invitation.id}`,
		recipient: to.email,
		subject: t("invitation.subject", names),
		text: `${t("invitation.text", values)}\n\n${t("footer")}\n`,
	});
}
