package dev.mainstay.samples.orders;

public record PaymentStatus(Long paymentId, String status) {

}
