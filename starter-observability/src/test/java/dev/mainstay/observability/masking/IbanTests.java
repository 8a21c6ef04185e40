package dev.mainstay.observability.masking;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class IbanTests {

	private final MaskingEngine engine = MaskingEngine.create(List.of());

	/** The examples of the registry, each a format of its own. */
	@ParameterizedTest
	@ValueSource(strings = { "DE89370400440532013000", "GB29NWBK60161331926819", "FR1420041010050500013M02606",
			"NO9386011117947", "MT84MALT011000012345MTLCAST001S", "CH9300762011623852957", "NL91ABNA0417164300",
			"IT60X0542811101000000123456", "BR1800360305000010009795493C1", "SA0380000000608010167519",
			"PL61109010140000071219812874", "TR330006100519786457841326", "MU17BOMM0101101030300200000MUR" })
	void masksAccountNumbersInOnePieceInGroupsAndInSmallLetters(String iban) {
		assertThat(this.engine.mask("to " + iban + ", EUR 12")).isEqualTo("to [masked], EUR 12");
		assertThat(this.engine.mask("iban:" + grouped(iban, " ") + ".")).isEqualTo("iban:[masked].");
		assertThat(this.engine.mask("(" + grouped(iban, "-") + ")")).isEqualTo("([masked])");
		assertThat(this.engine.mask("\"" + iban.toLowerCase(java.util.Locale.ROOT) + "\"")).isEqualTo("\"[masked]\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "DE89370400440532013001", "DE8937040044053201300", "DE893704004405320130001",
			"ZZ89370400440532013000", "XDE89370400440532013000", "DE89370400440532013000x", "DE89370400440532013000_1",
			"DE89 3704 0044 0532 0130 0", "DE89 37040044 0532 0130 00", "GB29123460161331926819", "DE89", "DE",
			"de8937040044-0532-013000" })
	void leavesWhatIsNone(String text) {
		assertThat(this.engine.mask(text)).isSameAs(text);
	}

	@Test
	void countsThemByTheirRule() {
		long before = MaskedCounts.of(MaskingRule.IBAN);
		this.engine.mask("DE89370400440532013000 and GB29 NWBK 6016 1331 9268 19");
		assertThat(MaskedCounts.of(MaskingRule.IBAN) - before).isEqualTo(2);
	}

	private static String grouped(String iban, String separator) {
		return iban.replaceAll("(.{4})(?=.)", "$1" + separator);
	}

}
