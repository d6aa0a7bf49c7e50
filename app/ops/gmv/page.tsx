import type { Metadata } from "next";
import { ExplorerView } from "@/components/gmv/explorer/explorer-view";
import { ProofLine } from "@/components/gmv/proofs/proof-line";
import type { Query } from "@/lib/domains/gmv/loaders";
import { loadExplorer } from "@/lib/domains/gmv/loaders/explorer";
import { loadLastProof } from "@/lib/domains/gmv/loaders/proofs";
import { getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("explorer");
	return { title: t("title") };
}

export default async function GmvPage({ searchParams }: { searchParams: Promise<Query> }) {
	const [explored, proof] = await Promise.all([searchParams.then(loadExplorer), loadLastProof()]);
	return <ExplorerView explored={explored} side="ops" proof={<ProofLine proof={proof} />} />;
}
