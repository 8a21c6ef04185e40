package dev.mainstay.security.headers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerUseTests {

	private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

	@ParameterizedTest
	@CsvSource({ "document,navigate,DOCUMENT", "iframe,navigate,FRAME", "embed,no-cors,FRAME", "object,navigate,FRAME",
			"script,no-cors,SCRIPT", "worker,same-origin,SCRIPT", "serviceworker,same-origin,SCRIPT",
			"style,no-cors,STYLE", "image,no-cors,PART", "xslt,same-origin,PART", "font,cors,PART",
			"empty,cors,PROGRAM", "empty,same-origin,PROGRAM", "empty,no-cors,PART", "json,cors,PROGRAM",
			"something-new,cors,PART" })
	void isWhatTheBrowserSays(String destination, String mode, AnswerUse use) {
		assertThat(AnswerUse.of(TestHead.json()
			.to("User-Agent", FIREFOX, "Sec-Fetch-Dest", destination, "Sec-Fetch-Mode", mode, "Accept", "*/*")))
			.isEqualTo(use);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | FRAME
			text/css,*/*;q=0.1                                              | STYLE
			image/avif,image/webp,*/*;q=0.8                                 | PART
			*/*                                                             | SCRIPT
			application/json, text/plain, */*                               | PROGRAM
			""")
	void isGuessedOfABrowserThatDoesNotSay(String accept, AnswerUse use) {
		assertThat(AnswerUse.of(TestHead.json().to("User-Agent", FIREFOX, "Accept", accept))).isEqualTo(use);
	}

	@ParameterizedTest
	@CsvSource({ "curl/8.17.0", "Java-http-client/17.0.15", "Prometheus/3.0.0", "node" })
	void isThatOfAProgramForEverythingElse(String agent) {
		assertThat(AnswerUse.of(TestHead.json().to("User-Agent", agent, "Accept", "*/*"))).isEqualTo(AnswerUse.PROGRAM);
	}

	@Test
	void isThatOfAProgramWhereNothingIsKnown() {
		assertThat(AnswerUse.of(TestHead.json())).isEqualTo(AnswerUse.PROGRAM);
	}

	@ParameterizedTest
	@CsvSource({ "SCRIPT,200,text/plain,false", "SCRIPT,200,text/javascript,true", "SCRIPT,200,text/html,false",
			"SCRIPT,200,application/x-javascript,true", "SCRIPT,200,application/json,false", "SCRIPT,200,'',false",
			"SCRIPT,404,text/html,true", "STYLE,200,text/css,true", "STYLE,200,text/plain,false", "STYLE,200,'',false",
			"PART,200,text/plain,true", "PROGRAM,200,text/plain,true", "PROGRAM,200,'',true", "DOCUMENT,200,'',false",
			"DOCUMENT,200,text/plain,true", "FRAME,500,'',false", "FRAME,200,text/html,true" })
	void allowsNosniffWhereThatTakesNothingAway(AnswerUse use, int status, String type, boolean allowed) {
		assertThat(use.allowsNosniff(new ContentType(type), status)).isEqualTo(allowed);
	}

}
