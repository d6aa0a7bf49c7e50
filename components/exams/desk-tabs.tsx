import { LinkTabs } from "@/components/ui/link-tabs";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function DeskTabs({ current }: { current: "windows" | "questions" | "policy" | "statistics" }) {
	const t = await getTranslations("examdesk");
	const tabs = [
		{ name: "windows", href: routes.ops.exams() },
		{ name: "questions", href: routes.ops.questions() },
		{ name: "policy", href: routes.ops.examPolicy() },
		{ name: "statistics", href: routes.ops.examStatistics() },
	] as const;
	return (
		<LinkTabs
			label={t("tabs.label")}
			tabs={tabs.map(({ name, href }) => ({ href, label: t(`tabs.${name}`), isCurrent: name === current }))}
		/>
	);
}
