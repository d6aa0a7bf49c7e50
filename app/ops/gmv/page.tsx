import type { Metadata } from "next";
import Link from "next/link";
import { ExplorerView } from "@/components/gmv/explorer/explorer-view";
import { ProofLine } from "@/components/gmv/proofs/proof-line";
import { Button } from "@/components/ui/button";
import type { Query } from "@/lib/domains/gmv/loaders";
import { loadExplorer } from "@/lib/domains/gmv/loaders/explorer";
import { loadLastProof } from "@/lib/domains/gmv/loaders/proofs";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("explorer");
	return { title: t("title") };
}

export default async function GmvPage({ searchParams }: { searchParams: Promise<Query> }) {
	const [explored, proof] = await Promise.all([searchParams.then(loadExplorer), loadLastProof()]);
	const t = await getTranslations("gmv");
	const links = [
		{ href: routes.ops.freeShops(), label: t("freeShops.title") },
		{ href: routes.ops.unknownSales(), label: t("unknownSales.title") },
	];
	return (
		<ExplorerView
			explored={explored}
			side="ops"
			proof={<ProofLine proof={proof} />}
			actions={links.map(({ href, label }) => (
				<Button key={href} asChild variant="secondary" size="sm">
					<Link href={href}>{label}</Link>
				</Button>
			))}
		/>
	);
}
