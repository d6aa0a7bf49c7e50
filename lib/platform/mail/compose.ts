import "server-only";
import { readEnv } from "@/lib/platform/env/env";
import { defaultLocale, isLocale } from "@/lib/platform/i18n/config";
import { createTranslations } from "@/lib/platform/i18n/translator";
import type { Mail } from "./outbox";

export type Recipient = { id: string; email: string; name: string; locale: string };

type News = {
	/** The effect's own key; with the recipient it makes the mail's. */
	key: string;
	/** Where the message stands under `mail`: a `subject` and a `text`. */
	kind: string;
	values: Record<string, string | number>;
	/** Where the link leads, from the portal's root. */
	href: string;
};

/** One mail in its reader's language: `name` and `link` are given to the text beside the news' own values. */
export async function composeMail(reader: Recipient, { key, kind, values, href }: News): Promise<Mail> {
	const t = await createTranslations(isLocale(reader.locale) ? reader.locale : defaultLocale, "mail");
	// The values of every mail together are more than the compiler can tell apart.
	const say = t as unknown as (key: string, values: News["values"]) => string;
	const all = { ...values, name: reader.name, link: readEnv().PORTAL_URL + href };
	return {
		key: `${key}:${reader.id}`,
		recipient: reader.email,
		subject: say(`${kind}.subject`, all),
		text: `${say(`${kind}.text`, all)}\n\n${t("footer")}\n`,
	};
}
