import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { Streamlines } from "./streamlines";

export async function Closing() {
	const t = await getTranslations("landing");
	return (
		<section
			aria-labelledby="closing-title"
			className="relative isolate overflow-hidden bg-brand-soft/60 px-4 py-20 sm:px-8"
		>
			<Streamlines className="-z-10" />
			<div className="mx-auto flex max-w-[76rem] flex-col items-center text-center">
				<h2 id="closing-title" className="font-bold text-3xl text-ink sm:text-[2.625rem] sm:leading-tight">
					{t("closing.title")}
				</h2>
				<p className="mt-3 max-w-xl text-base text-ink-soft">{t("closing.text")}</p>
				<div className="mt-8 flex flex-wrap justify-center gap-3">
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
		</section>
	);
}
