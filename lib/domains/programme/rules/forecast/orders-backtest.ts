import type { Backtest } from "@/lib/domains/programme/rules/forecast/backtest";

/**
 * The back-test of model `28d-1` on `orders-2010` (Online Retail II, UCI, CC BY 4.0): shops as partners, lines by
 * `quantileLines`. tests/integration/programme/forecast-coverage.test.ts measures it anew and fails where it differs.
 */
export const ordersBacktest: Backtest = {
	from: "2009-12-01",
	to: "2010-12-09",
	partners: 85,
	origins: [
		"2010-03-31",
		"2010-04-30",
		"2010-05-31",
		"2010-06-30",
		"2010-07-31",
		"2010-08-31",
		"2010-09-30",
		"2010-10-31",
	],
	rows: [
		{
			horizon: 1,
			sums: {
				of: 545,
				covered: 421,
				above: 311,
				actual: 4712829016,
				expected: 4557955615,
			},
			counts: {
				of: 40,
				covered: 38,
				above: 24,
				actual: 254,
				expected: 245,
			},
			countsFair: 32.14,
		},
		{
			horizon: 2,
			sums: {
				of: 469,
				covered: 353,
				above: 254,
				actual: 4375152416,
				expected: 4165638370,
			},
			counts: {
				of: 35,
				covered: 32,
				above: 20.5,
				actual: 222,
				expected: 215,
			},
			countsFair: 27.36,
		},
		{
			horizon: 3,
			sums: {
				of: 396,
				covered: 296,
				above: 230,
				actual: 3975478550,
				expected: 3751098221,
			},
			counts: {
				of: 30,
				covered: 28,
				above: 17.5,
				actual: 190,
				expected: 184,
			},
			countsFair: 24.15,
		},
		{
			horizon: 4,
			sums: {
				of: 327,
				covered: 250,
				above: 195,
				actual: 3508942341,
				expected: 3315558194,
			},
			counts: {
				of: 25,
				covered: 24,
				above: 13.5,
				actual: 158,
				expected: 154,
			},
			countsFair: 21.89,
		},
		{
			horizon: 5,
			sums: {
				of: 259,
				covered: 196,
				above: 156,
				actual: 2980982724,
				expected: 2808195248,
			},
			counts: {
				of: 20,
				covered: 20,
				above: 11,
				actual: 126,
				expected: 122,
			},
			countsFair: 19.3,
		},
		{
			horizon: 6,
			sums: {
				of: 191,
				covered: 145,
				above: 124,
				actual: 2387504991,
				expected: 2017748720,
			},
			counts: {
				of: 15,
				covered: 15,
				above: 9,
				actual: 95,
				expected: 90,
			},
			countsFair: 14.41,
		},
		{
			horizon: 7,
			sums: {
				of: 127,
				covered: 92,
				above: 84,
				actual: 1710184794,
				expected: 1346716370,
			},
			counts: {
				of: 10,
				covered: 10,
				above: 6.5,
				actual: 65,
				expected: 60,
			},
			countsFair: 9.88,
		},
		{
			horizon: 8,
			sums: {
				of: 63,
				covered: 48,
				above: 42,
				actual: 925372025,
				expected: 720984920,
			},
			counts: {
				of: 5,
				covered: 5,
				above: 4,
				actual: 34,
				expected: 31,
			},
			countsFair: 5,
		},
		{
			horizon: null,
			sums: {
				of: 2377,
				covered: 1801,
				above: 1396,
				actual: 24576446857,
				expected: 22683895657,
			},
			counts: {
				of: 180,
				covered: 172,
				above: 106,
				actual: 1144,
				expected: 1101,
			},
			countsFair: 154.12,
		},
	],
};
