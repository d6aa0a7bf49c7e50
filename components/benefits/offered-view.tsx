import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { OfferedDetail, type OfferedDetailProps } from "./offered-detail";
import { nameOf } from "./words";

/** A benefit as somebody sees it who may be given it, whatever the workspace. */
export async function OfferedView(props: OfferedDetailProps) {
	const [t, locale] = await Promise.all([getTranslations("benefits"), getLocale()]);
	const { benefit } = props;
	const name = nameOf(benefit, locale);
	return (
		<ClientMessages namespaces={["benefits", "errors"]}>
			<Crumb label={name} />
			<PageHeader
				title={name}
				description={t(`programmes.${benefit.programme}`)}
				meta={
					<>
						<Badge tone="brand">{t(`modules.${benefit.module}`)}</Badge>
						<Badge>{t(`audiences.${benefit.audience}`)}</Badge>
					</>
				}
			/>
			<OfferedDetail {...props} />
		</ClientMessages>
	);
}
