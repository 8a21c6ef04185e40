package dev.mainstay.tests.slices;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.json.JsonTest;
import org.springframework.boot.test.json.JacksonTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tests of the JSON, by the owner of the application.
 */
@JsonTest
class JsonSlice {

	@Autowired
	private JacksonTester<Order> json;

	@Test
	void anOrderIsWritten() throws IOException {
		assertThat(this.json.write(new Order("apple", 2))).isEqualToJson("{\"sku\":\"apple\",\"quantity\":2}");
	}

	@Test
	void anOrderIsReadAlthoughItHasMore() throws IOException {
		assertThat(this.json.parseObject("{\"sku\":\"apple\",\"quantity\":\"2\",\"more\":true}"))
			.isEqualTo(new Order("apple", 2));
	}

}
