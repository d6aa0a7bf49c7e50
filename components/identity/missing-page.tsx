import { StatePanel } from "@/components/ui/state-panel";
import { VanePicture } from "@/components/ui/weather-pictures";
import { getTranslations } from "@/lib/platform/i18n/server";

/** Inside a workspace: a page that does not exist, or not for this person. The navigation around it stays. */
export async function MissingPage() {
	const t = await getTranslations("common");
	return (
		<StatePanel
			as="h1"
			picture={<VanePicture />}
			title={t("notFound.title")}
			description={t("notFound.description")}
		/>
	);
}
