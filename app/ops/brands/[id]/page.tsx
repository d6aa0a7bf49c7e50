import { notFound } from "next/navigation";
import { Checklist } from "@/components/playbook/checklist";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { loadChecklist } from "@/lib/domains/playbook/loaders/checklist";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ step?: string }> };

export async function generateMetadata() {
	const t = await getTranslations("playbook");
	return { title: t("list.title") };
}

export default async function OpsBrandPage({ params, searchParams }: Props) {
	const [{ id }, { step }, t] = await Promise.all([params, searchParams, getTranslations("playbook")]);
	const list = await loadChecklist("playbook.portfolio", id, step);
	if (!list) notFound();
	const { name, kind, category, managerName } = list.brand;
	const manager = managerName ? t("home.manager", { name: managerName }) : t("home.noManager");
	return (
		<>
			<Crumb label={name} />
			<PageHeader
				title={name}
				description={`${category} · ${manager}`}
				meta={<Badge tone="brand">{t(`kind.${kind}`)}</Badge>}
			/>
			<Checklist
				{...list}
				stepHref={(one) => routes.ops.brand(id, one)}
				itemHref={(itemId) => routes.ops.brandItem(id, itemId)}
			/>
		</>
	);
}
