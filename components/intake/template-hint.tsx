import { Download } from "lucide-react";
import { useTranslations } from "use-intl";
import type { UploadRow } from "@/lib/domains/intake/types";
import { routes } from "@/lib/platform/routes/routes";

/** What may be sent, and a file to fill in. */
export function TemplateHint({ grain }: { grain: UploadRow["grain"] }) {
	const t = useTranslations("intake.uploads");
	return (
		<div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1.5 text-sm">
			<p className="text-ink-faint text-xs">{t("formats")}</p>
			<a
				href={routes.api.importTemplate(grain)}
				download
				className="inline-flex items-center gap-1.5 rounded-sm text-brand-ink underline-offset-4 hover:underline [&_svg]:size-4"
			>
				<Download aria-hidden="true" />
				{t("template")}
			</a>
		</div>
	);
}
