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
				covered: 422,
				above: 310,
				actual: 4712829016,
				expected: 4560976705,
			},
			counts: {
				of: 40,
				covered: 38,
				above: 23.5,
				actual: 254,
				expected: 246,
			},
			countsFair: 32.17,
		},
		{
			horizon: 2,
			sums: {
				of: 469,
				covered: 355,
				above: 254,
				actual: 4375152416,
				expected: 4166726851,
			},
			counts: {
				of: 35,
				covered: 32,
				above: 20.5,
				actual: 222,
				expected: 215,
			},
			countsFair: 27.35,
		},
		{
			horizon: 3,
			sums: {
				of: 396,
				covered: 295,
				above: 230,
				actual: 3975478550,
				expected: 3745706614,
			},
			counts: {
				of: 30,
				covered: 28,
				above: 17,
				actual: 190,
				expected: 185,
			},
			countsFair: 24.2,
		},
		{
			horizon: 4,
			sums: {
				of: 327,
				covered: 249,
				above: 194,
				actual: 3508942341,
				expected: 3308349538,
			},
			counts: {
				of: 25,
				covered: 24,
				above: 13.5,
				actual: 158,
				expected: 154,
			},
			countsFair: 21.8,
		},
		{
			horizon: 5,
			sums: {
				of: 259,
				covered: 197,
				above: 157,
				actual: 2980982724,
				expected: 2800004697,
			},
			counts: {
				of: 20,
				covered: 20,
				above: 11.5,
				actual: 126,
				expected: 121,
			},
			countsFair: 19.31,
		},
		{
			horizon: 6,
			sums: {
				of: 191,
				covered: 145,
				above: 123,
				actual: 2387504991,
				expected: 2029869077,
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
				expected: 1359628937,
			},
			counts: {
				of: 10,
				covered: 10,
				above: 6.5,
				actual: 65,
				expected: 61,
			},
			countsFair: 9.9,
		},
		{
			horizon: 8,
			sums: {
				of: 63,
				covered: 47,
				above: 42,
				actual: 925372025,
				expected: 725558062,
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
				covered: 1802,
				above: 1394,
				actual: 24576446857,
				expected: 22696820482,
			},
			counts: {
				of: 180,
				covered: 172,
				above: 105.5,
				actual: 1144,
				expected: 1103,
			},
			countsFair: 154.14,
		},
	],
};
