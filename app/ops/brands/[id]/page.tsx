import { notFound } from "next/navigation";
import { BrandChecklist } from "@/components/playbook/brand-checklist";
import { loadChecklist } from "@/lib/domains/playbook/loaders/checklist";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ step?: string }> };

export async function generateMetadata() {
	const t = await getTranslations("playbook");
	return { title: t("list.title") };
}

export default async function OpsBrandPage({ params, searchParams }: Props) {
	const [{ id }, { step }] = await Promise.all([params, searchParams]);
	const list = await loadChecklist("playbook.portfolio", id, step);
	if (!list) notFound();
	return (
		<BrandChecklist
			{...list}
			stepHref={(one) => routes.ops.brand(id, one)}
			itemHref={(itemId) => routes.ops.brandItem(id, itemId)}
		/>
	);
}
