import Testing

@testable import Psychometrics

@Suite("Normal distribution")
struct NormalDistributionTests {
  /// From mpmath 1.3 with 40 digits, the same as scipy.stats.norm.ppf to 1e-15.
  @Test(
    "Its quantile agrees to 2e-15 of itself",
    arguments: [
      (1e-300, -37.0470962993612), (1e-20, -9.262340089798407), (1e-9, -5.9978070150076865),
      (0.0001, -3.7190164854556804), (0.005, -2.575829303548901), (0.025, -1.9599639845400543),
      (0.07, -1.4757910281791706), (0.075, -1.439531470938456), (0.2, -0.8416212335729142),
      (0.425, -0.18911842627279252), (0.5, 0.0), (0.7, 0.5244005127080407), (0.925, 1.4395314709384561),
      (0.95, 1.6448536269514722), (0.975, 1.9599639845400538), (0.995, 2.5758293035489004),
      (0.999999, 4.753424308817087),
    ])
  func quantiles(probability: Double, expected: Double) {
    #expect(near(NormalDistribution.quantile(probability), expected, within: 2e-15))
  }

  @Test(
    "The cumulative probability of a quantile is the probability",
    arguments: [0.001, 0.02, 0.074, 0.076, 0.3, 0.5, 0.77, 0.924, 0.926, 0.999])
  func inverses(probability: Double) throws {
    let z = try #require(NormalDistribution.quantile(probability))
    #expect(near(NormalDistribution.cumulative(z), probability, within: 1e-15))
  }

  @Test("There is no quantile of what isn't a probability inside (0, 1)", arguments: [0, 1, -0.1, 1.1, .nan])
  func outside(probability: Double) {
    #expect(NormalDistribution.quantile(probability) == nil)
  }
}
