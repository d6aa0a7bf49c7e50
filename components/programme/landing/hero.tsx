import { ArrowRight } from "lucide-react";
import Link from "next/link";
import type { NamedTiers } from "@/components/tiers/tier-names";
import { Button } from "@/components/ui/button";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { Ascent } from "./ascent";
import { Gusts, Streamlines } from "./streamlines";

export async function Hero({ tiers }: { tiers: NamedTiers }) {
	const t = await getTranslations("landing");
	return (
		<section aria-labelledby="hero-title" className="relative isolate overflow-hidden">
			<div className="absolute inset-0 -z-10 bg-linear-to-b from-brand-soft/70 via-paper to-paper" />
			<Streamlines className="-z-10 max-lg:opacity-12" />
			<Gusts className="-z-10" />
			<div className="mx-auto grid max-w-[80rem] items-center gap-x-10 gap-y-10 px-4 pt-14 pb-10 sm:px-8 lg:min-h-[40rem] lg:grid-cols-[7fr_6fr] lg:pt-10">
				<div>
					<p className="mb-5 inline-flex items-center gap-2 rounded-sm bg-surface/70 px-2.5 py-1 text-brand-ink text-sm">
						<span aria-hidden="true" className="size-2 rounded-[1px_4px_1px_1px] bg-spark" />
						{t("hero.eyebrow")}
					</p>
					<h1 id="hero-title" className="font-bold text-display text-ink">
						<span className="block">{t("hero.titleFirst")}</span>
						<span className="block">{t("hero.titleSecond")}</span>
					</h1>
					<p className="mt-6 max-w-xl text-ink-soft text-lg">
						{t.rich("hero.lead", {
							strong: (words) => <strong className="font-semibold text-ink">{words}</strong>,
						})}
					</p>
					<div className="mt-9 flex flex-wrap gap-3">
						<Button asChild size="lg" variant="spark">
							<Link href={routes.register()}>
								{t("hero.register")}
								<ArrowRight aria-hidden="true" />
							</Link>
						</Button>
						<Button asChild size="lg" variant="secondary">
							<Link href={routes.signIn()}>{t("hero.signIn")}</Link>
						</Button>
					</div>
				</div>
				<Ascent tiers={tiers} />
			</div>
		</section>
	);
}
