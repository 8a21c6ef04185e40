package dev.mainstay.samples.badday;

/**
 * What the scenes of a day share.
 *
 * @param service the process of the service
 * @param firstLine how many lines the log had when the day began
 * @param client the client of the service
 * @param provider the payment provider of the service
 * @param secrets what was planted
 * @param score where the scenes put what they counted
 */
record Day(JavaProcess service, int firstLine, ServiceClient client, Provider provider, Secrets secrets,
		Scoreboard score) {

	Call order(String customer) {
		return Call.post("/orders", """
				{"customer":"%s","email":"customer@example.org","lines":[{"sku":"tea","quantity":2,"price":4.50}]}"""
			.formatted(customer));
	}

	/**
	 * Places an order and returns its id.
	 */
	long placeOrder() {
		Answer answer = this.client.send(order("Ada"));
		return Json.read(answer.body()).path("id").asLong(0);
	}

	Call payment(long order) {
		return Call
			.post("/payments",
					"""
							{"orderId":%d,"amount":9.00,"cardNumber":"%s","expiry":"12/29"}""".formatted(order,
							this.secrets.card()))
			.header("Authorization", "Bearer " + this.secrets.token());
	}

	/**
	 * Pays an order and returns the call that tells how the payment is doing.
	 */
	Call paidOrder() {
		Answer answer = this.client.send(payment(placeOrder()));
		return Call.get("/payments/" + Json.read(answer.body()).path("id").asLong(0) + "/status");
	}

	int orders() {
		return Json.read(this.client.send(Call.get("/orders")).body()).size();
	}

}
