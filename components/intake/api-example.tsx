import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { orderLineExample } from "@/lib/domains/intake/rules/api-examples";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

/** Where the document is, and one request to try. */
export async function ApiExample({ server }: { server: string }) {
	const t = await getTranslations("intake");
	const command = [
		`curl -X POST ${server}/api/v1/orders \\`,
		'  -H "Authorization: Bearer $KEY" \\',
		'  -H "Content-Type: application/x-ndjson" \\',
		'  -H "Idempotency-Key: delivery-1" \\',
		`  -d '${JSON.stringify(orderLineExample)}'`,
	].join("\n");
	return (
		<Card className="mt-6">
			<CardHeader title={t("doc")} description={t("docDescription")} />
			<CardBody>
				<p className="flex flex-wrap items-center gap-x-4 gap-y-2">
					<Button asChild variant="secondary">
						<Link href={routes.ops.apiReference()}>{t("openReference")}</Link>
					</Button>
					<a
						href={routes.api.openApi()}
						className="font-medium text-brand-ink text-sm underline-offset-4 hover:underline"
					>
						{t("openDoc")}
					</a>
				</p>
				<h3 className="mt-5 font-medium text-sm">{t("exampleTitle")}</h3>
				<p className="mt-1 text-ink-soft text-sm">{t("exampleHint")}</p>
				<pre
					// biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll it
					tabIndex={0}
					className="mt-3 overflow-x-auto rounded-md bg-sunken p-4 font-mono text-xs leading-relaxed"
				>
					{command}
				</pre>
			</CardBody>
		</Card>
	);
}
