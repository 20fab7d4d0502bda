import Testing

@testable import Psychometrics

@Suite("Student's distribution")
struct StudentDistributionTests {
  /// ν, p, quantile: mpmath 1.3 with 40 digits up to ν = 1000, scipy.stats.t.isf 1.17 above.
  static let known: [(Double, Double, Double)] = [
    (0.5, 1e-12, -1.02849115631634e+23),
    (0.5, 0.0005, -411396.46252617135),
    (0.5, 0.025, -164.55767348048852),
    (0.5, 0.3, -1.0095258786071661),
    (0.5, 0.4999, -0.00037081496095445096),
    (1, 1e-12, -318309886183.79065),
    (1, 0.0005, -636.6192487687196),
    (1, 0.025, -12.706204736174705),
    (1, 0.3, -0.7265425280053609),
    (1, 0.4999, -0.0003141592756943707),
    (2, 1e-12, -707106.7811854868),
    (2, 0.0005, -31.59905457644362),
    (2, 0.025, -4.302652729749464),
    (2, 0.3, -0.6172133998483676),
    (2, 0.4999, -0.0002828427181314423),
    (2.5, 1e-12, -55306.17407651582),
    (2.5, 0.0005, -18.277893528130647),
    (2.5, 0.025, -3.574654842003683),
    (2.5, 0.3, -0.5973077382523175),
    (2.5, 0.4999, -0.0002763891391802735),
    (4, 1e-12, -1316.0727465592565),
    (4, 0.0005, -8.610301581379275),
    (4, 0.025, -2.7764451051977943),
    (4, 0.3, -0.5686490630497055),
    (4, 0.4999, -0.0002666666706172547),
    (9, 1e-12, -51.41491602328223),
    (9, 0.0005, -4.780912585931139),
    (9, 0.025, -2.2621571627982053),
    (9, 0.3, -0.5434802414542971),
    (9, 0.4999, -0.00025770877553428197),
    (14, 1e-12, -22.632042656964636),
    (14, 0.0005, -4.140454112738203),
    (14, 0.025, -2.144786687917804),
    (14, 0.3, -0.5365521798074558),
    (14, 0.4999, -0.0002551753052685089),
    (17.930597953927, 1e-12, -16.81960358138334),
    (17.930597953927, 0.0005, -3.924482628502253),
    (17.930597953927, 0.025, -2.101505076230434),
    (17.930597953927, 0.3, -0.5338526858828253),
    (17.930597953927, 0.4999, -0.00025418038106349067),
    (29, 1e-12, -11.613158011561406),
    (29, 0.0005, -3.659405019466333),
    (29, 0.025, -2.0452296421327043),
    (29, 0.3, -0.5302143957091608),
    (29, 0.4999, -0.00025283262635095454),
    (100, 1e-12, -8.025825594493254),
    (100, 0.0005, -3.39049131116423),
    (100, 0.025, -1.9839715185235522),
    (100, 0.3, -0.5260762706003463),
    (100, 0.4999, -0.00025129026070821304),
    (1000, 1e-12, -7.1242289253144095),
    (1000, 0.0005, -3.300282648423913),
    (1000, 0.025, -1.9623390808264085),
    (1000, 0.3, -0.524567707309227),
    (1000, 0.4999, -0.00025072550362288887),
    (99999, 1e-12, -7.035371751273791),
    (99999, 0.0005, -3.2906240323849176),
    (99999, 0.025, -1.9599877077718448),
    (99999, 0.3, -0.5244021842502614),
    (99999, 0.4999, -0.0002506634567521721),
    (100001, 1e-12, -7.035371733513539),
    (100001, 0.0005, -3.2906240304388676),
    (100001, 0.025, -1.959987707297379),
    (100001, 0.3, -0.5244021842168306),
    (100001, 0.4999, -0.00025066345673963893),
    (1000000.0, 1e-12, -7.034572608411255),
    (1000000.0, 0.0005, -3.2905364612486916),
    (1000000.0, 0.025, -1.9599663568141072),
    (1000000.0, 0.3, -0.5244006798602092),
    (1000000.0, 0.4999, -0.0002506628927537268),
    (1000000000.0, 1e-12, -7.034483914083288),
    (1000000000.0, 0.0005, -3.2905267412216257),
    (1000000000.0, 0.025, -1.9599639869123253),
    (1000000000.0, 0.3, -0.5244005128751928),
    (1000000000.0, 0.4999, -0.0002506628301507623),
  ]

  @Test("Its quantile agrees to 1e-11 of itself or of 1", arguments: known)
  func quantiles(degreesOfFreedom: Double, probability: Double, expected: Double) throws {
    let student = try #require(StudentDistribution(degreesOfFreedom: degreesOfFreedom))
    #expect(near(student.quantile(probability), expected, within: 1e-11))
    // 1 − p is itself rounded, so far in the tail only the lower side is exact.
    if probability > 1e-6 { #expect(near(student.quantile(1 - probability), -expected, within: 1e-9)) }
  }

  @Test("The cumulative probability of a quantile is the probability", arguments: known)
  func inverses(degreesOfFreedom: Double, probability: Double, quantile: Double) throws {
    let student = try #require(StudentDistribution(degreesOfFreedom: degreesOfFreedom))
    #expect(abs(student.cumulative(quantile) / probability - 1) < 1e-8)
    #expect(near(student.cumulative(-quantile), 1 - probability, within: 1e-12))
  }

  @Test("With one degree of freedom it is Cauchy's, with two it has a closed form")
  func closedForms() throws {
    let cauchy = try #require(StudentDistribution(degreesOfFreedom: 1))
    let two = try #require(StudentDistribution(degreesOfFreedom: 2))
    #expect(near(cauchy.cumulative(1), 0.75, within: 1e-15))
    #expect(near(two.cumulative(2.0.squareRoot()), 0.5 + 0.5 / 2.0.squareRoot(), within: 1e-15))
    #expect(cauchy.quantile(0.5) == 0)
    #expect(cauchy.cumulative(.infinity) == 1)
    #expect(cauchy.cumulative(-.infinity) == 0)
  }

  @Test("Impossible degrees of freedom and probabilities give nothing, never NaN")
  func outside() throws {
    for degreesOfFreedom in [0, -1, .infinity, .nan] as [Double] {
      #expect(StudentDistribution(degreesOfFreedom: degreesOfFreedom) == nil)
    }
    let heavy = try #require(StudentDistribution(degreesOfFreedom: 0.01))
    #expect(heavy.quantile(1e-12) == nil)  // 10¹²⁰⁰ is no number
    for probability in [0, 1, .nan] as [Double] { #expect(heavy.quantile(probability) == nil) }
  }
}
