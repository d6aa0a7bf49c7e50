import { MembersPage } from "@/components/identity/members-page";
import { loadMembers } from "@/lib/domains/identity/loaders";
import { getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata() {
	const t = await getTranslations("identity");
	return { title: t("members.title") };
}

export default async function OpsMembersPage() {
	return <MembersPage {...(await loadMembers())} />;
}
