import type { ReactNode } from "react";
import { PublicFooter } from "@/components/shell/public-footer";
import { PublicHeader } from "@/components/shell/public-header";
import { readPreferences } from "@/lib/platform/preferences/read";

export default async function PublicLayout({ children }: { children: ReactNode }) {
	const { theme } = await readPreferences();
	return (
		<>
			<PublicHeader theme={theme} />
			<main id="content" tabIndex={-1} className="outline-none">
				{children}
			</main>
			<PublicFooter />
		</>
	);
}
