import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Logo } from "@/components/ui/logo";
import { StatePanel } from "@/components/ui/state-panel";
import { VanePicture } from "@/components/ui/weather-pictures";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export default async function NotFound() {
	const t = await getTranslations("common");
	return (
		<main id="content" className="flex min-h-dvh flex-col items-center justify-center gap-6 px-4">
			<StatePanel
				as="h1"
				picture={<VanePicture />}
				title={t("notFound.title")}
				description={t("notFound.description")}
				actions={
					<Button asChild>
						<Link href={routes.home()}>{t("actions.home")}</Link>
					</Button>
				}
			/>
			<Logo name={t("brand")} />
		</main>
	);
}
