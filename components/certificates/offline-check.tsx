import type { PublishedKey } from "@/lib/domains/certification/types/sittings";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

/** How to check a printed certificate without this portal. */
export async function OfflineCheck({ keys }: { keys: readonly PublishedKey[] }) {
	const t = await getTranslations("certificates");
	return (
		<details className="mt-10 rounded-lg border px-5 py-4 text-sm">
			<summary className="cursor-pointer font-medium">{t("offline.title")}</summary>
			<ol className="mt-3 list-decimal space-y-1.5 pl-5 text-ink-soft">
				{([1, 2, 3] as const).map((step) => (
					<li key={step}>{t(`offline.step${step}`)}</li>
				))}
			</ol>
			<pre className="mt-3 overflow-x-auto rounded-md bg-sunken p-3 text-xs">
				{`tr '_-' '/+' < signature.txt | sed 's/$/==/' | openssl base64 -d -A > signature.bin\nopenssl pkeyutl -verify -pubin -inkey key.pem -rawin -in text.txt -sigfile signature.bin`}
			</pre>
			<p className="mt-3 text-ink-soft">{t("offline.revocation")}</p>
			{keys.map(({ id, publicKey }) => (
				<div key={id} className="mt-3">
					<p className="figure text-xs">{id}</p>
					<pre className="mt-1 overflow-x-auto rounded-md bg-sunken p-3 text-xs">{publicKey.trim()}</pre>
				</div>
			))}
			<p className="mt-3">
				<a href={routes.api.certificateKeys()} className="text-brand-ink underline underline-offset-4">
					{t("offline.json")}
				</a>
			</p>
		</details>
	);
}
