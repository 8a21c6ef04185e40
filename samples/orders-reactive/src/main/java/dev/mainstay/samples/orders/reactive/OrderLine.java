package dev.mainstay.samples.orders.reactive;

import java.math.BigDecimal;

public record OrderLine(String sku, int quantity, BigDecimal price) {

}
