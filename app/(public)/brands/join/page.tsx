import type { Metadata } from "next";
import Link from "next/link";
import { AskForm } from "@/components/playbook/requests/ask-form";
import { RequestState } from "@/components/playbook/requests/request-state";
import { ClientMessages } from "@/components/shell/client-messages";
import { loadAskToJoin } from "@/lib/domains/playbook/loaders/brand-requests";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("brandrequests");
	return { title: t("ask.title"), description: t("ask.description"), robots: { index: true } };
}

export default async function AskToJoinPage() {
	const [t, { asker, requests }] = await Promise.all([getTranslations("brandrequests"), loadAskToJoin()]);
	return (
		<ClientMessages namespaces={["brandrequests", "errors"]}>
			<div className="mx-auto grid max-w-5xl gap-10 px-4 py-12 sm:px-8 sm:py-16 lg:grid-cols-[minmax(0,1fr)_18rem]">
				<div className="min-w-0">
					<h1 className="font-semibold text-3xl text-ink">{t("ask.title")}</h1>
					<p className="mt-2 mb-8 max-w-2xl text-ink-soft">{t("ask.description")}</p>
					<AskForm asker={asker} />
				</div>
				<aside className="space-y-6">
					{requests.length > 0 && (
						<section className="space-y-3">
							<h2 className="font-semibold text-ink text-sm">{t("ask.mine")}</h2>
							{requests.map((request) => (
								<RequestState key={request.createdAt.toISOString()} request={request} />
							))}
						</section>
					)}
					<section>
						<h2 className="font-semibold text-ink text-sm">{t("ask.steps.label")}</h2>
						<ol className="mt-3 list-decimal space-y-2 pl-5 text-ink-soft text-sm">
							<li>{t("ask.steps.1")}</li>
							<li>{t("ask.steps.2")}</li>
							<li>{t("ask.steps.3")}</li>
						</ol>
					</section>
					<p className="text-ink-soft text-sm">
						{t("ask.hasPartner")}{" "}
						<Link href={routes.register()} className="text-brand-ink underline underline-offset-4">
							{t("ask.partnerLink")}
						</Link>
					</p>
				</aside>
			</div>
		</ClientMessages>
	);
}
