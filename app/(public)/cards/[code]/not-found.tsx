import Link from "next/link";
import { Button } from "@/components/ui/button";
import { StatePanel } from "@/components/ui/state-panel";
import { VanePicture } from "@/components/ui/weather-pictures";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

/** A code no shop has, or one of a shop that belongs to no brand. */
export default async function UnknownCard() {
	const t = await getTranslations("trustcard");
	return (
		<div className="mx-auto flex min-h-[60vh] max-w-3xl items-center justify-center px-4 py-12">
			<StatePanel
				as="h1"
				picture={<VanePicture />}
				title={t("public.unknown")}
				description={t("public.unknownText")}
				actions={
					<Button asChild variant="secondary">
						<Link href={routes.trustTerms()}>{t("termsLink")}</Link>
					</Button>
				}
			/>
		</div>
	);
}
