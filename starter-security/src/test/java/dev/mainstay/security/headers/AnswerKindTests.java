package dev.mainstay.security.headers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerKindTests {

	@ParameterizedTest
	@CsvSource({ "200,application/json,API", "200,APPLICATION/JSON ; charset=UTF-8,API",
			"200,application/vnd.api+json,API", "404,application/problem+json,API", "200,application/x-ndjson,API",
			"200,text/event-stream;charset=UTF-8,API", "400,application/problem+xml,API", "200,text/html,HTML",
			"500,text/html;charset=utf-8,HTML", "200,Application/XHTML+xml,HTML", "200,image/png,OTHER",
			"200,text/css,OTHER", "200,text/javascript,OTHER", "200,application/octet-stream,OTHER",
			"200,text/plain,OTHER", "401,text/plain,API", "200,application/xml,API", "200,text/xml;charset=UTF-8,API",
			"200,application/atom+xml,API", "200,application/soap+xml,API", "500,application/xml,API",
			"200,application/xslt+xml,OTHER", "200,image/svg+xml,OTHER", "404,image/png,OTHER",
			"302,text/html,REDIRECT", "304,application/json,NOT_MODIFIED", "200,application/cbor,API",
			"200,application/x-protobuf;messageType=x,API", "200,application/vnd.google.protobuf,API",
			"200,application/senml+cbor,API", "200,text/csv,OTHER", "200,application/wasm,OTHER",
			"200,application/zip,OTHER", "200,application/jsonp,OTHER", "200,text/htmlx,OTHER", "200,;,OTHER",
			"200,'',OTHER" })
	void followsStatusAndContentType(int status, String contentType, AnswerKind kind) {
		assertThat(kind(TestHead.of(status, "Content-Type", contentType))).isEqualTo(kind);
	}

	@ParameterizedTest
	@CsvSource({ "200,OTHER", "204,OTHER", "401,API", "500,API", "302,REDIRECT", "304,NOT_MODIFIED" })
	void followsTheStatusWhereThereIsNoContentType(int status, AnswerKind kind) {
		assertThat(kind(TestHead.of(status))).isEqualTo(kind);
	}

	@Test
	void aDownloadIsAFile() {
		assertThat(kind(TestHead.json("Content-Disposition", "attachment; filename=\"a.json\"")))
			.isEqualTo(AnswerKind.OTHER);
		assertThat(kind(TestHead.json("Content-Disposition", "inline;filename=f.txt"))).isEqualTo(AnswerKind.API);
	}

	@ParameterizedTest
	@CsvSource({ "application/json,DOCUMENT,API", "application/json,FRAME,OTHER", "application/json,SCRIPT,OTHER",
			"application/json,PART,OTHER", "application/xml,DOCUMENT,OTHER", "application/xml,FRAME,OTHER",
			"application/rss+xml,PROGRAM,API", "text/html,SCRIPT,HTML", "text/html,FRAME,HTML",
			"text/css,STYLE,OTHER" })
	void followsTheUse(String contentType, AnswerUse use, AnswerKind kind) {
		TestHead head = TestHead.of(200, "Content-Type", contentType);
		assertThat(AnswerKind.of(head, ContentType.of(head), use)).isEqualTo(kind);
	}

	@Test
	void anErrorWithoutATypeMayBeAPageToWhoeverLooksAtIt() {
		TestHead head = TestHead.of(404);
		assertThat(AnswerKind.of(head, ContentType.of(head), AnswerUse.DOCUMENT)).isEqualTo(AnswerKind.OTHER);
	}

	@Test
	void aPageOfAnErrorThatForbidsItselfEverythingIsAsGoodAsData() {
		String policy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
		assertThat(kind(page(500, policy))).isEqualTo(AnswerKind.API);
		assertThat(kind(page(200, policy))).isEqualTo(AnswerKind.HTML);
		assertThat(kind(page(500, "default-src 'none'"))).isEqualTo(AnswerKind.HTML);
		assertThat(kind(page(500, "default-src 'self'; frame-ancestors 'none'"))).isEqualTo(AnswerKind.HTML);
		assertThat(kind(page(500, "default-src 'none'; script-src 'self'; frame-ancestors 'none'")))
			.isEqualTo(AnswerKind.HTML);
	}

	private static TestHead page(int status, String policy) {
		return TestHead.of(status, "Content-Type", "text/html", "Content-Security-Policy", policy);
	}

	private static AnswerKind kind(TestHead head) {
		return AnswerKind.of(head, ContentType.of(head), AnswerUse.PROGRAM);
	}

}
