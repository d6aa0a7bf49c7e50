import { expect, test } from "vitest";
import { renderPortfolio } from "@/lib/domains/playbook/rules/render-portfolio";
import type { PortfolioRow } from "@/lib/domains/playbook/types/portfolio";

const row: PortfolioRow = {
	...{
		id: "brd_1",
		name: "=听风",
		kind: "WELL_KNOWN",
		category: "茶饮",
		managerName: null,
		playbookVersion: 1,
	},
	...{
		step: 2,
		stuckSince: "2026-03-01",
		stuckReason: "DATA",
		overdue: 3,
		netFen: -1_050n,
		beforeFen: 2_000n,
	},
	marks: null,
	drivers: null,
	...{ beforeDays: 14, steps: [{ step: 5, required: 8, done: 1 }], cursor: { value: null, id: "brd_1" } },
};

test("a line has exact amounts, its items under their own step, and no formula", () => {
	const words = {
		...{ column: (column: string) => column, items: (what: string, step: number) => `${what} ${step}` },
		...{ kind: (kind: string) => kind, reason: (reason: string) => reason },
	};
	const [header, line] = renderPortfolio([row], words).split("\r\n");
	expect(header?.split(",").slice(-2)).toEqual(["done 5", "required 5"]);
	expect(line).toBe("brd_1,'=听风,WELL_KNOWN,茶饮,,2,2026-03-01,DATA,3,-10.50,20.00,14,-152.50,,,,,,,,,1,8");
});
