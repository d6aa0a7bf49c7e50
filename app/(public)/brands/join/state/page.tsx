import type { Metadata } from "next";
import Link from "next/link";
import { RequestState } from "@/components/playbook/requests/request-state";
import { WithdrawRequest } from "@/components/playbook/requests/withdraw-request";
import { ClientMessages } from "@/components/shell/client-messages";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { loadRequestState } from "@/lib/domains/playbook/loaders/brand-requests";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("brandrequests");
	return { title: t("own.title"), robots: { index: false }, referrer: "no-referrer" };
}

export default async function BrandRequestPage({ searchParams }: Props) {
	const [t, found] = await Promise.all([
		getTranslations("brandrequests"),
		searchParams.then(loadRequestState),
	]);
	const again = (
		<Button asChild variant="secondary">
			<Link href={routes.brandRequest()}>{t("own.again")}</Link>
		</Button>
	);
	return (
		<ClientMessages namespaces={["brandrequests", "errors"]}>
			<div className="mx-auto max-w-3xl px-4 py-12 sm:px-8 sm:py-16">
				<h1 className="mb-6 font-semibold text-3xl text-ink">{t("own.title")}</h1>
				{found ? (
					<>
						<RequestState request={found.request} />
						<div className="mt-4">
							{found.request.state === "OPEN" && <WithdrawRequest token={found.token} />}
							{(found.request.state === "REFUSED" || found.request.state === "WITHDRAWN") && again}
						</div>
					</>
				) : (
					<EmptyState title={t("own.none")} description={t("own.noneText")} actions={again} />
				)}
			</div>
		</ClientMessages>
	);
}
